import { BANK_SIZE_MIN, OPTIONS_MAX, OPTIONS_MIN, type ParsedLesson, type Question } from './lesson'
import type { Problem } from './problem'
import { link, markup, personalNumbers, strangeTelephones } from './text-rules'

const LETTERS = ['a', 'b', 'c', 'd']
/** A phone shows three options without scrolling only while each stays within two lines. */
const OPTION_MAX = 40
const STEM_MAX = 110
const EXPLANATION_MIN = 15

/** Everything an editor must mend before a lesson may be asked; empty when it is fit. */
export function lintLesson(lesson: ParsedLesson): Problem[] {
  const problems = lesson.questions.flatMap((question) =>
    lintQuestion(question).map(([rule, found]) => ({
      rule,
      where: `${lesson.slug}:${question.id}`,
      found,
    })),
  )
  const where = lesson.slug
  if (lesson.questions.length < BANK_SIZE_MIN) {
    problems.push({ rule: 'small-bank', where, found: String(lesson.questions.length) })
  }
  if (lesson.audiences.length === 0) problems.push({ rule: 'no-audience', where, found: '' })
  return problems
}

function lintQuestion(question: Question): [rule: string, found: string][] {
  const found: [string, string][] = []
  const { options } = question
  const letters = options.map((option) => option.id)
  if (options.length < OPTIONS_MIN || options.length > OPTIONS_MAX) {
    found.push(['option-count', String(options.length)])
  }
  if (letters.join() !== LETTERS.slice(0, letters.length).join()) {
    found.push(['option-letters', letters.join()])
  }
  if (!letters.includes(question.rightId)) found.push(['right-missing', question.rightId])
  if (new Set(options.map((option) => option.text)).size < options.length) {
    found.push(['same-option', options.map((option) => option.text).join(' / ')])
  }
  for (const option of options) {
    if (Array.from(option.text).length > OPTION_MAX) found.push(['option-length', option.text])
  }
  if (Array.from(question.stem).length > STEM_MAX) found.push(['stem-length', question.stem])
  if (Array.from(question.explanation).length < EXPLANATION_MIN) {
    found.push(['thin-explanation', question.explanation])
  }
  const text = [question.stem, question.explanation, ...options.map((o) => o.text)].join('\n')
  for (const one of [markup(text), link(text)]) if (one) found.push(['markup', one])
  for (const number of [...personalNumbers(text), ...strangeTelephones(text)]) {
    found.push(['strange-number', number])
  }
  return found
}
