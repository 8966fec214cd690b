import type { Output, Parsed } from '../../contract/actions'
import { CONSENT_VERSION } from '../../domain/members/consent'
import { drawLesson } from '../content/lesson-store'
import { giveConsent } from '../members/store'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { showRecruitment } from './show-recruitment'
import { addEvent, updateRecruitment } from './store'
import { reread, takeStep } from './take-step'

export async function consent(
  ctx: Ctx,
  input: Parsed<'recruitment.consent'>,
): Promise<Output<'recruitment.consent'>> {
  const step = await takeStep(ctx, input.recruitmentId, ['scanned'])
  if (input.ageBand === 'under14') throw new RuleError('UNDER_AGE')
  const kinds = [
    'rules' as const,
    ...(input.location ? (['location'] as const) : []),
    ...(input.publicName ? (['public_name'] as const) : []),
  ]
  for (const kind of kinds) {
    await giveConsent(ctx.tx, {
      id: ctx.newId(),
      memberId: callerOf(ctx).id,
      kind,
      version: CONSENT_VERSION,
      now: ctx.now,
    })
  }
  const lesson = await drawLesson(ctx.tx, { seed: step.id, audience: input.audience })
  await updateRecruitment(ctx.tx, step.id, {
    state: 'consented',
    age_band: input.ageBand,
    lesson_slug: lesson,
  })
  await addEvent(ctx.tx, {
    recruitmentId: step.id,
    at: ctx.now,
    kind: 'consented',
    detail: { location: input.location, publicName: input.publicName, lesson },
  })
  return showRecruitment(await reread(ctx, step.id))
}
