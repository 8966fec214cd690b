import type { Output, Parsed } from '../../contract/actions'
import { lessonOf } from '../content/lesson-store'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { takeStep } from './take-step'

export async function readLesson(
  ctx: Ctx,
  input: Parsed<'recruitment.lesson'>,
): Promise<Output<'recruitment.lesson'>> {
  const step = await takeStep(ctx, input.recruitmentId, ['consented', 'learned'])
  const lesson = step.lesson_slug ? await lessonOf(ctx.tx, step.lesson_slug) : null
  if (!lesson) throw new RuleError('NOT_FOUND')
  return lesson
}
