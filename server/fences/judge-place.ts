import type { Parsed } from '../../contract/actions'
import { cell001, distanceBucketMeters, isInsideChina } from '../../domain/fences/coordinates'
import { decidePlace, type FenceAtHand, type PlaceDecision } from '../../domain/fences/verdict'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { toGcj02 } from './convert-coordinates'
import type { IndexedFence } from './fence-index'

/** Beyond this a distance is only "far": the widest distance bucket begins here. */
const LOOK_METERS = 3000

export type Place = Parsed<'fences.locate'>['place']

export interface FenceNearby extends FenceAtHand {
  readonly fence: IndexedFence
}

export interface JudgedPlace {
  readonly decision: PlaceDecision
  readonly nearby: readonly FenceNearby[]
  /** 0.01° cell and distance bucket: all that is kept of where somebody was. */
  readonly cell: string
  readonly distanceBucket: number
}

/**
 * Judges a place against the fences that `counts` lets in. The point itself goes no further than
 * this function. Throws COORDINATES_OUTSIDE_CHINA.
 */
export async function judgePlace(
  ctx: Pick<Ctx, 'tx' | 'now' | 'fences'>,
  place: Place,
  counts: (fence: IndexedFence) => boolean = () => true,
): Promise<JudgedPlace> {
  if (!isInsideChina(place.lng, place.lat)) {
    throw new RuleError('COORDINATES_OUTSIDE_CHINA', {
      expected: 'lng 73–136, lat 3–54, in that order',
    })
  }
  const index = await ctx.fences.current(ctx.tx, ctx.now)
  const [lng, lat] = toGcj02(place.lng, place.lat, place.crs)
  const nearby = index
    .near(lng, lat, LOOK_METERS)
    .filter(({ fence }) => counts(fence))
    .map(({ fence, distanceMeters }) => ({
      fence,
      id: fence.fenceId,
      kind: fence.kind,
      areaSquareMeters: fence.areaSquareMeters,
      createdAtMs: fence.createdAtMs,
      distanceMeters,
    }))
  const nearest = Math.min(LOOK_METERS, ...nearby.map(({ distanceMeters }) => distanceMeters))
  return {
    decision: decidePlace({ fences: nearby, accuracyMeters: place.accuracyMeters }),
    nearby,
    cell: cell001(lng, lat),
    distanceBucket: distanceBucketMeters(nearest),
  }
}
