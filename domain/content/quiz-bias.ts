import type { Question } from './lesson'

export interface QuizBias {
  readonly questions: number
  /** Share of questions whose right option is the longest; a tie of n options counts 1/n. */
  readonly longestRightShare: number
  readonly shortestRightShare: number
  /** For each letter: how often it is right, and how often chance would make it right. */
  readonly letters: readonly { id: string; right: number; expected: number }[]
}

/** What someone who never reads the question could guess from the shape of the options. */
export function quizBias(questions: readonly Question[]): QuizBias {
  const lengths = questions.map((question) => rankByLength(question))
  return {
    questions: questions.length,
    longestRightShare: mean(lengths.map((rank) => rank.longest)),
    shortestRightShare: mean(lengths.map((rank) => rank.shortest)),
    letters: [...new Set(questions.flatMap((q) => q.options.map((option) => option.id)))]
      .sort()
      .map((id) => ({
        id,
        right: questions.filter((question) => question.rightId === id).length,
        expected: questions
          .filter((question) => question.options.some((option) => option.id === id))
          .reduce((sum, question) => sum + 1 / question.options.length, 0),
      })),
  }
}

/**
 * How far a word gives the answer away: among the options containing it, how many are right.
 * Returns null when fewer than `occurrencesMin` options contain it.
 */
export function giveawayShare(
  questions: readonly Question[],
  word: string,
  occurrencesMin: number,
): number | null {
  const hits = questions.flatMap((question) =>
    question.options
      .filter((option) => option.text.includes(word))
      .map((option) => option.id === question.rightId),
  )
  return hits.length < occurrencesMin ? null : mean(hits.map(Number))
}

function rankByLength(question: Question): { longest: number; shortest: number } {
  const size = (text: string) => Array.from(text).length
  const sizes = question.options.map((option) => size(option.text))
  const right = question.options.find((option) => option.id === question.rightId)
  const rightSize = right ? size(right.text) : Number.NaN
  const shareAt = (extreme: number) =>
    rightSize === extreme ? 1 / sizes.filter((length) => length === extreme).length : 0
  return { longest: shareAt(Math.max(...sizes)), shortest: shareAt(Math.min(...sizes)) }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
