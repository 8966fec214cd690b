import * as z from 'zod'
import { block } from '../../contract/shapes'
import { ARTICLE_TYPES, type ParsedArticle } from '../../domain/content/article'
import { isDay, isPartialDate } from '../../domain/content/dates'
import { SUMMARY_MAX, TITLE_MAX } from '../../domain/content/lint-article'
import { readingSeconds } from '../../domain/content/reading-time'
import { ContentError, type ContentFile, slugOf } from './content-error'
import { contentHash } from './content-hash'
import { parseBlocks } from './parse-blocks'
import { readYaml } from './read-yaml'

const id = z.string().regex(/^[a-z][a-z0-9_-]{0,29}$/u, 'expected an id of the taxonomy')
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'expected some text')
    .refine((text) => Array.from(text).length <= max, `expected at most ${max} characters`)

const source = z.strictObject({
  name: line(80),
  url: z.url({ protocol: /^https$/u, error: 'expected an https address or null' }).nullable(),
  as_of: z
    .union([z.string(), z.int()])
    .transform(String)
    .refine(isPartialDate, 'expected YYYY, YYYY-MM or YYYY-MM-DD'),
})

const frontMatter = z.strictObject({
  title: line(TITLE_MAX),
  type: z.enum(ARTICLE_TYPES, `expected one of ${ARTICLE_TYPES.join('|')}`),
  summary: line(SUMMARY_MAX),
  fraud_type: id,
  audiences: z.array(id).min(1, 'expected at least one audience'),
  published_on: z.string().refine(isDay, 'expected YYYY-MM-DD'),
  sources: z.array(source).min(1, 'expected at least one source'),
  spoken30: line(200),
})

const FRONT_MATTER_LINES_MAX = 100

/** One article file: YAML front matter between --- lines, then Markdown. Throws ContentError. */
export function parseArticle({ file, text }: ContentFile): ParsedArticle {
  const slug = slugOf(file)
  const { yaml, body, bodyLine } = splitFrontMatter(file, text)
  const front = readYaml({ file, text: yaml, firstLine: 2 }, frontMatter)
  const blocks = z.array(block).parse(parseBlocks({ file, text: body, firstLine: bodyLine }))
  const content = {
    slug,
    type: front.type,
    title: front.title,
    summary: front.summary,
    fraudType: front.fraud_type,
    audiences: front.audiences,
    publishedOn: front.published_on,
    sources: front.sources.map(({ name, url, as_of }) => ({ name, url, asOf: as_of })),
    spoken: front.spoken30.replace(/\s*\n\s*/gu, ''),
    blocks,
    readingSeconds: readingSeconds(blocks),
  }
  return { ...content, hash: contentHash(content) }
}

function splitFrontMatter(file: string, text: string) {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u)
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0 || end > FRONT_MATTER_LINES_MAX) {
    throw new ContentError([{ file, line: 1, expected: 'expected front matter between --- lines' }])
  }
  return {
    yaml: lines.slice(1, end).join('\n'),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  }
}
