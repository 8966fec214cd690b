import type { Output, Parsed } from '../../contract/actions'
import { compareOverlapping, probabilityInside } from '../../domain/fences/verdict'
import { chainOf } from '../areas/store'
import type { Ctx } from '../platform/context'
import { judgePlace } from './judge-place'

export async function locate(
  ctx: Ctx,
  input: Parsed<'fences.locate'>,
): Promise<Output<'fences.locate'>> {
  const { decision, nearby } = await judgePlace(ctx, input.place)
  const holding = nearby
    .filter(({ distanceMeters }) => distanceMeters <= 0)
    .sort(compareOverlapping)
  const areaId = holding.find(({ fence }) => fence.areaId)?.fence.areaId
  return {
    fences: holding.slice(0, 20).map((one) => ({
      id: one.fence.fenceId,
      kind: one.fence.kind,
      name: one.fence.name,
      distanceMeters: Math.round(one.distanceMeters * 10) / 10,
      probability: probabilityInside(one, input.place.accuracyMeters),
    })),
    areas: areaId ? await chainOf(ctx.tx, areaId) : [],
    verdict: decision.verdict,
    rule: decision.rule,
  }
}
