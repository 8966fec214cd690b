import type { Token } from 'marked'

/** A refusal inside a block: what was found and the raw text it stands in. */
export interface InlineRefusal {
  readonly raw: string
  readonly expected: string
}

export interface FlatText {
  readonly text: string
  readonly refusals: readonly InlineRefusal[]
}

const REFUSED: Readonly<Record<string, string>> = {
  html: 'plain Markdown, not HTML',
  image: 'no images in the body',
  link: 'no links in the body; a link belongs under sources',
}

/** Inline tokens as plain text: marks fall away, HTML, links and images are refused. */
export function flattenInline(tokens: readonly Token[]): FlatText {
  const parts = tokens.map(flattenToken)
  return {
    text: joinSoftBreaks(parts.map((part) => part.text).join('')).trim(),
    refusals: parts.flatMap((part) => part.refusals),
  }
}

function flattenToken(token: Token): FlatText {
  const refused = REFUSED[token.type]
  if (refused) return { text: '', refusals: [{ raw: token.raw, expected: refused }] }
  if (token.type === 'br') return { text: HARD_BREAK, refusals: [] }
  if ('tokens' in token && token.tokens) {
    const parts = token.tokens.map(flattenToken)
    return {
      text: parts.map((part) => part.text).join(''),
      refusals: parts.flatMap((part) => part.refusals),
    }
  }
  return { text: 'text' in token ? String(token.text) : token.raw, refusals: [] }
}

const HARD_BREAK = '\u0000'

/** A line folded in the file is no space between Chinese characters, but one between Latin words. */
function joinSoftBreaks(text: string): string {
  return text
    .replace(/([\w.,;:!?)])[ \t]*\n[ \t]*(?=[\w(])/gu, '$1 ')
    .replace(/[ \t]*\n[ \t]*/gu, '')
    .replaceAll(HARD_BREAK, '\n')
}
