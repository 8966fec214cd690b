import type { Input, Output } from '../../contract/actions'
import { forget, keep, readKept } from '../device/storage'
import { isOutOfReach } from './api-error'
import { call } from './call'

/** An answer, and whether it is the one kept on the phone because the server was out of reach. */
export type Kept<T> = T & { keptAt: number | null }

const ARTICLES_MAX = 20

async function liveOrKept<T extends object>(name: string, ask: () => Promise<T>): Promise<Kept<T>> {
  try {
    const answer = await ask()
    keep(name, { answer, at: Date.now() })
    return { ...answer, keptAt: null }
  } catch (error) {
    const kept = readKept<{ answer: T; at: number }>(name)
    if (!kept || !isOutOfReach(error)) throw error
    return { ...kept.answer, keptAt: kept.at }
  }
}

/** A page of the feed; only the first page without filters is kept for reading offline. */
export function readFeed(input: Input<'content.list'>): Promise<Kept<Output<'content.list'>>> {
  const plain = !input.cursor && !input.type && !input.fraudType && !input.audience
  if (plain) return liveOrKept('feed', () => call('content.list', input))
  return call('content.list', input).then((answer) => ({ ...answer, keptAt: null }))
}

/** One article; the last twenty that were read stay readable offline. */
export async function readArticle(slug: string): Promise<Kept<Output<'content.read'>>> {
  const article = await liveOrKept(`article:${slug}`, () => call('content.read', { slug }))
  if (article.keptAt === null) rememberRead(slug)
  return article
}

function rememberRead(slug: string): void {
  const before = readKept<string[]>('articles-read') ?? []
  const now = [slug, ...before.filter((each) => each !== slug)]
  for (const old of now.slice(ARTICLES_MAX)) forget(`article:${old}`)
  keep('articles-read', now.slice(0, ARTICLES_MAX))
}
