import type { Output, Parsed } from '../../contract/actions'
import { RULES } from '../../domain/recruitment/rules'
import { scoreQuiz } from '../../domain/recruitment/score-quiz'
import { drawQuestions, rightAnswers } from '../content/lesson-store'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { settleCredit } from './settle-credit'
import { showRecruitment } from './show-recruitment'
import { addEvent, type RecruitmentRow, updateRecruitment } from './store'
import { reread, takeStep } from './take-step'

export async function answer(
  ctx: Ctx,
  input: Parsed<'recruitment.answer'>,
): Promise<Output<'recruitment.answer'>> {
  const step = await takeStep(ctx, input.recruitmentId, ['learned'])
  const asked = await rightAnswers(ctx.tx, step.question_ids)
  const right = scoreQuiz(asked, input.answers)
  if (right === null)
    throw new RuleError('QUESTION_NOT_ASKED', { expected: 'one answer to each question asked' })
  const passed = right >= RULES.rightToPass
  await addEvent(ctx.tx, {
    recruitmentId: step.id,
    at: ctx.now,
    kind: passed ? 'passed' : 'failed',
    detail: { right, of: asked.length },
  })
  await updateRecruitment(ctx.tx, step.id, { attempts: step.attempts + 1 })
  if (passed) await settleCredit(ctx, step)
  else await drawAgain(ctx, step)
  return {
    passed,
    right,
    of: asked.length,
    results: asked.map((question) => {
      const chosen = input.answers.find(({ questionId }) => questionId === question.id)
      return {
        questionId: question.id,
        chosenId: chosen?.optionId ?? '',
        rightId: question.rightId,
        correct: chosen?.optionId === question.rightId,
        explanation: question.explanation,
      }
    }),
    recruitment: showRecruitment(await reread(ctx, step.id)),
  }
}

/** The answers have just been explained, so the next attempt asks others where the bank has them. */
async function drawAgain(ctx: Ctx, step: RecruitmentRow): Promise<void> {
  if (!step.lesson_slug) return
  const questionIds = await drawQuestions(ctx.tx, {
    lesson: step.lesson_slug,
    seed: `${step.id}:${step.attempts + 1}`,
    count: RULES.questionsPerQuiz,
    asked: step.question_ids,
  })
  await updateRecruitment(ctx.tx, step.id, { question_ids: questionIds })
}
