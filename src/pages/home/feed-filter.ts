import type { Output } from '../../../contract/actions'

export type ArticleCardData = Output<'content.list'>['items'][number]
export type ArticleType = ArticleCardData['type']

export interface FeedFilter {
  type: ArticleType | null
  fraudType: { id: string; name: string } | null
  audience: { id: string; name: string } | null
}

export const EVERYTHING: FeedFilter = { type: null, fraudType: null, audience: null }

export const ARTICLE_TYPES: readonly ArticleType[] = ['案例', '手法', '趋势', '提醒', '教程']

/** The filter as content.list takes it; an absent choice is left out. */
export function filterToInput(filter: FeedFilter) {
  return {
    ...(filter.type ? { type: filter.type } : {}),
    ...(filter.fraudType ? { fraudType: filter.fraudType.id } : {}),
    ...(filter.audience ? { audience: filter.audience.id } : {}),
  }
}
