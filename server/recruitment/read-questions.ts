import type { Output, Parsed } from '../../contract/actions'
import { questionsById } from '../content/lesson-store'
import type { Ctx } from '../platform/context'
import { takeStep } from './take-step'

export async function readQuestions(
  ctx: Ctx,
  input: Parsed<'recruitment.questions'>,
): Promise<Output<'recruitment.questions'>> {
  const step = await takeStep(ctx, input.recruitmentId, ['learned'])
  return { questions: await questionsById(ctx.tx, step.question_ids) }
}
