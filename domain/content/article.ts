/** The five kinds of article, in the order the filters show them. */
export const ARTICLE_TYPES = ['案例', '手法', '趋势', '提醒', '教程'] as const
export type ArticleType = (typeof ARTICLE_TYPES)[number]

export interface ChatLine {
  /** 'them' is the swindler, 'me' the person being worked on. */
  readonly side: 'them' | 'me'
  readonly text: string
}

/** One block of an article: plain text only, so that no face ever renders markup. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'chat'; readonly lines: readonly ChatLine[] }

export interface Source {
  readonly name: string
  readonly url: string | null
  /** As precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly asOf: string
}

/** An article as its file states it; `hash` changes exactly when something a reader gets changes. */
export interface ParsedArticle {
  readonly slug: string
  readonly type: ArticleType
  readonly title: string
  readonly summary: string
  /** Id of a fraud type or topic of the taxonomy. */
  readonly fraudType: string
  /** Ids of audiences of the taxonomy. */
  readonly audiences: readonly string[]
  /** YYYY-MM-DD, Asia/Shanghai. */
  readonly publishedOn: string
  readonly sources: readonly Source[]
  /** Read aloud in half a minute by a loudspeaker or a phone. */
  readonly spoken: string
  readonly blocks: readonly Block[]
  readonly readingSeconds: number
  readonly hash: string
}

/** Every piece of text a block shows, in reading order. */
export function blockTexts(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items
  if (block.kind === 'chat') return block.lines.map((line) => line.text)
  return [block.text]
}

/** Characters a reader sees, white space aside. */
export function countCharacters(blocks: readonly Block[]): number {
  return Array.from(blocks.flatMap(blockTexts).join('').replace(/\s/gu, '')).length
}
