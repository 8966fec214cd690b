import type { Output, Parsed } from '../../contract/actions'
import { RULES } from '../../domain/recruitment/rules'
import { drawQuestions, questionsById } from '../content/lesson-store'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { addEvent, updateRecruitment } from './store'
import { takeStep } from './take-step'

export async function finishLesson(
  ctx: Ctx,
  input: Parsed<'recruitment.finishLesson'>,
): Promise<Output<'recruitment.finishLesson'>> {
  const step = await takeStep(ctx, input.recruitmentId, ['consented', 'learned'])
  if (step.state === 'learned') return { questions: await questionsById(ctx.tx, step.question_ids) }
  if (!step.lesson_slug) throw new RuleError('NOT_FOUND')
  const questionIds = await drawQuestions(ctx.tx, {
    lesson: step.lesson_slug,
    seed: `${step.id}:${step.attempts}`,
    count: RULES.questionsPerQuiz,
  })
  await updateRecruitment(ctx.tx, step.id, { state: 'learned', question_ids: questionIds })
  await addEvent(ctx.tx, { recruitmentId: step.id, at: ctx.now, kind: 'learned' })
  return { questions: await questionsById(ctx.tx, questionIds) }
}
