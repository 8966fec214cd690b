import type { Output, Parsed } from '../../contract/actions'
import { chainOf } from '../areas/store'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { countingFences } from './counting-fences'
import { showRecruitment } from './show-recruitment'
import { addEvent, updateRecruitment } from './store'
import { reread, takeStep } from './take-step'

/** A village chosen by hand lies in the fence when the fence stands for it or for an area above. */
export async function declare(
  ctx: Ctx,
  input: Parsed<'recruitment.declare'>,
): Promise<Output<'recruitment.declare'>> {
  const step = await takeStep(ctx, input.recruitmentId, ['consented', 'learned'])
  const chain = await chainOf(ctx.tx, input.areaId)
  const chosen = chain[0]
  if (!chosen)
    throw new RuleError('NOT_FOUND', { path: 'areaId', expected: 'an area of areas.children' })
  const index = await ctx.fences.current(ctx.tx, ctx.now)
  const counts = countingFences(step)
  const above = new Set(chain.map(({ id }) => id))
  const fence = index.all.find((one) => counts(one) && one.areaId !== null && above.has(one.areaId))
  const rule = fence ? 'DECLARED_IN_FENCE' : 'DECLARED_ELSEWHERE'
  await updateRecruitment(ctx.tx, step.id, {
    place_verdict: 'declared',
    place_rule: rule,
    place_fence_id: fence?.fenceId ?? null,
    place_fence_version: fence?.version ?? null,
    place_cell: null,
    place_distance_bucket: null,
    declared_area_id: input.areaId,
  })
  await addEvent(ctx.tx, {
    recruitmentId: step.id,
    at: ctx.now,
    kind: 'declared',
    detail: { area: chosen.name, rule },
  })
  return showRecruitment(await reread(ctx, step.id))
}
