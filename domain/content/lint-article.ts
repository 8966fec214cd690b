import { type Block, blockTexts, countCharacters, type ParsedArticle } from './article'
import { isDay, isPartialDate } from './dates'
import type { Problem } from './problem'
import { readingSeconds } from './reading-time'
import {
  benefitWord,
  forbiddenFigure,
  link,
  markup,
  personalNumbers,
  strangeTelephones,
  undatedStatistic,
} from './text-rules'

export const TITLE_MAX = 26
export const SUMMARY_MAX = 60
export const BODY_MIN = 300
export const BODY_MAX = 800
/** Half a minute at the four to five characters a second of an unhurried reading voice. */
export const SPOKEN_MIN = 90
export const SPOKEN_MAX = 160

type Finding = readonly [rule: string, part: string, found: string | number]

/**
 * Everything an editor must mend before an article may be published; empty when it is fit.
 * Source of the rules: figures need source and date, S3 for shared words, no personal data, a
 * spoken version anyone can read out.
 */
export function lintArticle(article: ParsedArticle): Problem[] {
  const findings = [
    ...lintFrontMatter(article),
    ...lintSources(article),
    ...lintSpoken(article.spoken),
    ...lintBody(article),
    ...textParts(article).flatMap(([part, text]) => lintText(part, text)),
  ]
  return findings.map(([rule, part, found]) => ({
    rule,
    where: `${article.slug}:${part}`,
    found: String(found),
  }))
}

function lintFrontMatter(article: ParsedArticle): Finding[] {
  const findings: Finding[] = []
  const titleLength = Array.from(article.title).length
  const summaryLength = Array.from(article.summary).length
  if (titleLength < 4 || titleLength > TITLE_MAX) {
    findings.push(['title-length', 'title', titleLength])
  }
  if (summaryLength < 10 || summaryLength > SUMMARY_MAX) {
    findings.push(['summary-length', 'summary', summaryLength])
  }
  for (const part of ['title', 'summary'] as const) {
    const word = benefitWord(article[part])
    if (word) findings.push(['benefit-word', part, word])
  }
  if (!article.fraudType) findings.push(['no-fraud-type', 'fraud_type', ''])
  if (article.audiences.length === 0) findings.push(['no-audience', 'audiences', ''])
  if (!isDay(article.publishedOn)) findings.push(['bad-date', 'published_on', article.publishedOn])
  if (article.readingSeconds !== readingSeconds(article.blocks)) {
    findings.push(['reading-time', 'reading_seconds', article.readingSeconds])
  }
  return findings
}

function lintSources(article: ParsedArticle): Finding[] {
  if (article.sources.length === 0) return [['no-source', 'sources', '']]
  return article.sources.flatMap((source): Finding[] => {
    const findings: Finding[] = []
    if (source.name.trim().length < 4) findings.push(['source-name', 'sources', source.name])
    if (!isPartialDate(source.asOf)) findings.push(['source-date', 'sources', source.asOf])
    else if (source.asOf > article.publishedOn) {
      findings.push(['source-after-article', 'sources', source.asOf])
    }
    if (source.url !== null && !/^https:\/\//u.test(source.url)) {
      findings.push(['source-url', 'sources', source.url])
    }
    return findings
  })
}

function lintSpoken(spoken: string): Finding[] {
  const findings: Finding[] = []
  const length = Array.from(spoken.replace(/\s/gu, '')).length
  if (length < SPOKEN_MIN || length > SPOKEN_MAX) findings.push(['spoken-length', 'spoken', length])
  const digits = /[0-9０-９]+/u.exec(spoken)
  if (digits) findings.push(['spoken-digits', 'spoken', digits[0]])
  return findings
}

function lintBody(article: ParsedArticle): Finding[] {
  const findings: Finding[] = []
  const length = countCharacters(article.blocks)
  if (length < BODY_MIN || length > BODY_MAX) findings.push(['body-length', 'body', length])
  if (!article.blocks.some(isList)) findings.push(['no-advice', 'body', 'no list of what to do'])
  if (article.type === '案例' && !article.blocks.some(saysAdapted)) {
    findings.push(['case-unmarked', 'body', 'missing 综合改编'])
  }
  return findings
}

const isList = (block: Block) => block.kind === 'list'
const saysAdapted = (block: Block) => blockTexts(block).some((text) => text.includes('综合改编'))

/** Every text a reader or listener meets, with the name of its part. */
function textParts(article: ParsedArticle): [part: string, text: string][] {
  return [
    ['title', article.title],
    ['summary', article.summary],
    ['spoken', article.spoken],
    ...article.blocks.flatMap((block, index) =>
      blockTexts(block).map((text): [string, string] => [`block ${index + 1}`, text]),
    ),
  ]
}

function lintText(part: string, text: string): Finding[] {
  const findings: Finding[] = []
  const single: [string, string | null][] = [
    ['markup', markup(text)],
    ['link', link(text)],
    ['forbidden-figure', forbiddenFigure(text)],
    ['undated-figure', undatedStatistic(text)],
  ]
  for (const [rule, found] of single) if (found) findings.push([rule, part, found])
  for (const number of personalNumbers(text)) findings.push(['personal-number', part, number])
  for (const number of strangeTelephones(text)) findings.push(['strange-telephone', part, number])
  return findings
}
