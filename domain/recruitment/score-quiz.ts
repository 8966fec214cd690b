export interface QuizKey {
  readonly id: string
  readonly rightId: string
}
export interface QuizAnswer {
  readonly questionId: string
  readonly optionId: string
}

/**
 * Counts right answers. Null when the answers are not exactly one for each question asked: answers
 * to other questions, twice the same, or too few are no attempt.
 */
export function scoreQuiz(
  asked: readonly QuizKey[],
  answers: readonly QuizAnswer[],
): number | null {
  const chosen = new Map(answers.map(({ questionId, optionId }) => [questionId, optionId]))
  if (chosen.size !== answers.length || chosen.size !== asked.length) return null
  if (!asked.every(({ id }) => chosen.has(id))) return null
  return asked.filter(({ id, rightId }) => chosen.get(id) === rightId).length
}
