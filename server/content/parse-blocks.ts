import { lexer, type Token, type Tokens } from 'marked'
import type { Block, ChatLine } from '../../domain/content/article'
import { ContentError, type ContentFault } from './content-error'
import { type FlatText, flattenInline } from './flatten-inline'

interface MarkdownPart {
  readonly file: string
  readonly text: string
  /** Line of the file on which the Markdown begins, from 1. */
  readonly firstLine: number
}

/** What one Markdown block became: a block, or the offsets at which it is refused. */
interface Outcome {
  readonly block?: Block
  readonly refusals: readonly { readonly offset: number; readonly expected: string }[]
}

const EXPECTED = 'a heading (##), a paragraph, a quote, a flat list or a ```chat block'

/** Markdown as the contract's blocks, never HTML. Throws ContentError naming every bad line. */
export function parseBlocks(part: MarkdownPart): Block[] {
  const blocks: Block[] = []
  const faults: ContentFault[] = []
  const text = part.text.replace(/\r\n?/gu, '\n')
  let offset = 0
  for (const token of lexer(text)) {
    const { block, refusals } = parseToken(token)
    if (block && refusals.length === 0) blocks.push(block)
    for (const refusal of refusals) {
      const before = text.slice(0, offset + refusal.offset)
      const line = part.firstLine + before.split('\n').length - 1
      faults.push({ file: part.file, line, expected: `expected ${refusal.expected}` })
    }
    offset += token.raw.length
  }
  if (faults.length > 0) throw new ContentError(faults)
  if (blocks.length === 0) {
    throw new ContentError([{ file: part.file, line: part.firstLine, expected: 'expected a body' }])
  }
  return blocks
}

function parseToken(token: Token): Outcome {
  if (isToken(token, 'space')) return { refusals: [] }
  if (isToken(token, 'heading')) return parseHeading(token)
  if (isToken(token, 'paragraph')) {
    return fromFlat(token, flattenInline(token.tokens), (text) => ({ kind: 'text', text }))
  }
  if (isToken(token, 'blockquote')) return parseQuote(token)
  if (isToken(token, 'list')) return parseList(token)
  if (isToken(token, 'code') && token.lang === 'chat') return parseChat(token)
  return refuse(
    token.type === 'html' ? 'plain Markdown, not HTML' : `${EXPECTED}, got ${token.type}`,
  )
}

function parseHeading(token: Tokens.Heading): Outcome {
  if (token.depth === 1) return refuse('## or ###; the title stands in the front matter')
  return fromFlat(token, flattenInline(token.tokens), (text) => ({ kind: 'heading', text }))
}

function parseQuote(token: Tokens.Blockquote): Outcome {
  const inner = token.tokens.filter((child) => child.type !== 'space')
  const odd = inner.find((child) => child.type !== 'paragraph')
  if (odd) return refuse(`only paragraphs in a quote, got ${odd.type}`)
  const flat = inner.map((child) => flattenInline(isToken(child, 'paragraph') ? child.tokens : []))
  return fromFlat(token, joined(flat), (text) => ({ kind: 'quote', text }))
}

function parseList(token: Tokens.List): Outcome {
  const refusals: { offset: number; expected: string }[] = []
  const items: string[] = []
  let offset = 0
  for (const item of token.items) {
    const inner = item.tokens.filter((child) => child.type !== 'space')
    const odd = inner.find((child) => child.type !== 'text' && child.type !== 'paragraph')
    const expected = odd
      ? `a flat list, got ${odd.type} inside an item`
      : item.task && 'no checkboxes'
    if (expected) refusals.push({ offset, expected })
    const flat = joined(inner.map((child) => flattenInline([child])))
    for (const one of flat.refusals) {
      refusals.push({ offset: offset + at(item.raw, one.raw), expected: one.expected })
    }
    items.push(flat.text)
    offset += item.raw.length
  }
  return { block: { kind: 'list', ordered: token.ordered, items }, refusals }
}

function parseChat(token: Tokens.Code): Outcome {
  const lines: ChatLine[] = []
  const refusals: { offset: number; expected: string }[] = []
  let offset = token.raw.indexOf('\n') + 1
  for (const line of token.text.split('\n')) {
    const match = /^(them|me):\s*(\S.*)$/u.exec(line)
    const side = match?.[1] === 'them' ? 'them' : 'me'
    if (match?.[2]) lines.push({ side, text: match[2].trim() })
    else if (line.trim()) refusals.push({ offset, expected: 'a line "them: …" or "me: …"' })
    offset += line.length + 1
  }
  if (lines.length < 2 && refusals.length === 0) return refuse('at least two lines of chat')
  return { block: { kind: 'chat', lines }, refusals }
}

function fromFlat(token: Token, flat: FlatText, make: (text: string) => Block): Outcome {
  if (flat.refusals.length === 0 && !flat.text) return refuse('some text')
  return {
    block: make(flat.text),
    refusals: flat.refusals.map(({ raw, expected }) => ({ offset: at(token.raw, raw), expected })),
  }
}

function joined(parts: readonly FlatText[]): FlatText {
  return {
    text: parts.map((part) => part.text).join('\n'),
    refusals: parts.flatMap((part) => part.refusals),
  }
}

const refuse = (expected: string): Outcome => ({ refusals: [{ offset: 0, expected }] })
const at = (outer: string, inner: string) => Math.max(0, outer.indexOf(inner))

type TokenOf<Name extends string> = Extract<
  Tokens.Space | Tokens.Heading | Tokens.Paragraph | Tokens.Blockquote | Tokens.List | Tokens.Code,
  { type: Name }
>

/** marked's union holds a generic member, so `type` alone does not narrow it. */
function isToken<Name extends string>(token: Token, name: Name): token is TokenOf<Name> {
  return token.type === name
}
