import type { Output, Parsed } from '../../contract/actions'
import { judgePlace } from '../fences/judge-place'
import { currentConsents } from '../members/store'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { countingFences } from './counting-fences'
import { showRecruitment } from './show-recruitment'
import { addEvent, updateRecruitment } from './store'
import { reread, takeStep } from './take-step'

export async function locate(
  ctx: Ctx,
  input: Parsed<'recruitment.locate'>,
): Promise<Output<'recruitment.locate'>> {
  const step = await takeStep(ctx, input.recruitmentId, ['consented', 'learned'])
  const consents = await currentConsents(ctx.tx, callerOf(ctx).id)
  if (!consents.some(({ kind }) => kind === 'location'))
    throw new RuleError('FORBIDDEN', { expected: 'consent to the use of the location' })
  const { decision, nearby, cell, distanceBucket } = await judgePlace(
    ctx,
    input.place,
    countingFences(step),
  )
  const fence = nearby.find(({ id }) => id === decision.fenceId)?.fence
  const judged = { place_verdict: decision.verdict, place_rule: decision.rule }
  await updateRecruitment(ctx.tx, step.id, {
    ...judged,
    place_fence_id: fence?.fenceId ?? null,
    place_fence_version: fence?.version ?? null,
    place_cell: cell,
    place_distance_bucket: distanceBucket,
    declared_area_id: null,
  })
  await addEvent(ctx.tx, {
    recruitmentId: step.id,
    at: ctx.now,
    kind: 'located',
    detail: { verdict: decision.verdict, rule: decision.rule, distanceBucket },
  })
  return showRecruitment(await reread(ctx, step.id))
}
