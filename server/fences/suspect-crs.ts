import type { Crs } from '../../domain/fences/coordinates'
import { type MultiPolygon, metersPerDegree, type Position } from '../../domain/fences/geometry'
import { toGcj02 } from './convert-coordinates'
import type { PreparedFence } from './prepare-fences'
import { distanceToOutlineMeters, prepareOutline } from './prepared-outline'

const SYSTEMS: readonly Crs[] = ['wgs84', 'gcj02', 'bd09']
/** Within China no two of the systems lie closer than about 250 m. */
const SUSPECT_METERS = 150
/** Another system must fit this many times better to be believed. */
const BETTER = 3
const DRIFT_SAMPLES = 100
const BORDER_SAMPLES = 6000

export interface CrsCheck {
  stated: Crs
  /** Compared with the fences of the same names, or with the outline above; null with nothing. */
  basis: 'names' | 'parent' | null
  compared: number
  /**
   * By names: the median distance of the centres. By the outline above: the median of how far the
   * features that tell the systems apart reach out of it. In the order wgs84, gcj02, bd09.
   */
  offsets: { crs: Crs; meters: number }[]
  verdict: 'fits' | 'suspected' | 'unclear' | 'unchecked'
  /** The system that fits, when it is another than the stated one. */
  likely: Crs | null
}

/** The answer when there is nothing to compare with. */
export function uncheckedCrs(stated: Crs): CrsCheck {
  return { stated, basis: null, compared: 0, offsets: [], verdict: 'unchecked', likely: null }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const isWorse = (meters: number, than: number) =>
  meters >= SUSPECT_METERS && than * BETTER <= meters

/** The centre of area of an outline; of rings without area, the first corner. */
export function centreOf(outline: MultiPolygon): Position {
  const [x0, y0] = outline[0]?.[0]?.[0] ?? [0, 0]
  let [sum, x, y] = [0, 0, 0]
  for (const polygon of outline) {
    for (const ring of polygon) {
      for (const [at, [x1, y1]] of ring.entries()) {
        const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1]
        const cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        sum += cross
        x += (x1 + x2 - 2 * x0) * cross
        y += (y1 + y2 - 2 * y0) * cross
      }
    }
  }
  return sum === 0 ? [x0, y0] : [x0 + x / (3 * sum), y0 + y / (3 * sum)]
}

/** Metres between two points at most some kilometres apart. */
export function metersApart(a: Position, b: Position): number {
  const scale = metersPerDegree((a[1] + b[1]) / 2)
  return Math.hypot((a[0] - b[0]) * scale.lng, (a[1] - b[1]) * scale.lat)
}

function sampleOf(fence: PreparedFence, most: number): Position[] {
  const points = fence.original.flat(2)
  const step = Math.max(1, Math.ceil(points.length / most))
  return points.filter((_, at) => at % step === 0)
}

/** How far, in degrees, a feature would lie from where it was put, were it in another system. */
function driftOf(fence: PreparedFence, stated: Crs, other: Crs): Position {
  const points = sampleOf(fence, DRIFT_SAMPLES)
  const sum: Position = [0, 0]
  for (const [lng, lat] of points) {
    const [x1, y1] = toGcj02(lng, lat, stated)
    const [x2, y2] = toGcj02(lng, lat, other)
    sum[0] += x2 - x1
    sum[1] += y2 - y1
  }
  return [sum[0] / points.length, sum[1] / points.length]
}

const inOrder = (meters: readonly number[]) =>
  SYSTEMS.map((crs, at) => ({ crs, meters: Math.round(meters[at] ?? 0) }))

/** Compares features with the fences that stand for the same names (GCJ-02 outlines). */
export function checkCrsByNames(
  stated: Crs,
  pairs: readonly { fence: PreparedFence; standing: MultiPolygon }[],
): CrsCheck {
  const centres = pairs.map(({ fence, standing }) => ({
    fence,
    from: centreOf(fence.polygons),
    to: centreOf(standing),
  }))
  const offsets = inOrder(
    SYSTEMS.map((crs) =>
      median(
        centres.map(({ fence, from, to }) => {
          const [dx, dy] = driftOf(fence, stated, crs)
          return metersApart([from[0] + dx, from[1] + dy], to)
        }),
      ),
    ),
  )
  const own = offsets.find(({ crs }) => crs === stated)?.meters ?? 0
  const others = offsets.filter(({ crs }) => crs !== stated)
  const best = others.reduce((a, b) => (b.meters < a.meters ? b : a))
  const facts = { stated, basis: 'names' as const, compared: pairs.length, offsets }
  if (isWorse(own, best.meters)) return { ...facts, verdict: 'suspected', likely: best.crs }
  return { ...facts, verdict: isWorse(best.meters, own) ? 'fits' : 'unclear', likely: null }
}

/** How far each feature reaches out of the outline under each system, in metres. */
function reachesOf(fences: readonly PreparedFence[], parent: MultiPolygon): number[][] {
  const outline = prepareOutline(parent)
  const most = Math.max(20, Math.floor(BORDER_SAMPLES / Math.max(1, fences.length)))
  return fences.map((fence) => {
    const points = sampleOf(fence, most)
    return SYSTEMS.map((crs) =>
      points.reduce((farthest, [lng, lat]) => {
        const [x, y] = toGcj02(lng, lat, crs)
        return Math.max(farthest, distanceToOutlineMeters(outline, x, y))
      }, 0),
    )
  })
}

/**
 * Compares features with the outline of the area above. A feature speaks against a system under
 * which it reaches out while it does not under another; one that reaches out under all of them
 * (an island that the outline lacks), or under none, says nothing.
 */
export function checkCrsByParent(
  stated: Crs,
  fences: readonly PreparedFence[],
  parent: MultiPolygon,
): CrsCheck {
  const reaches = reachesOf(fences, parent)
  const own = SYSTEMS.indexOf(stated)
  const rivals = SYSTEMS.flatMap((crs, other) => {
    if (crs === stated) return []
    const forOther = reaches.filter((reach) => isWorse(reach[own] ?? 0, reach[other] ?? 0))
    const forStated = reaches.filter((reach) => isWorse(reach[other] ?? 0, reach[own] ?? 0))
    return [{ crs, forOther, forStated }]
  })
  const answer = (speaking: readonly number[][], rest: Pick<CrsCheck, 'verdict' | 'likely'>) => ({
    stated,
    basis: 'parent' as const,
    compared: speaking.length,
    offsets: inOrder(SYSTEMS.map((_, at) => median(speaking.map((reach) => reach[at] ?? 0)))),
    ...rest,
  })
  const outvotes = (a: readonly unknown[], b: readonly unknown[]) =>
    a.length > 0 && a.length >= b.length * BETTER
  const best = rivals.reduce((a, b) => (b.forOther.length > a.forOther.length ? b : a))
  if (outvotes(best.forOther, best.forStated)) {
    return answer(best.forOther, { verdict: 'suspected', likely: best.crs })
  }
  const fits = rivals.every(({ forStated, forOther }) => outvotes(forStated, forOther))
  const speaking = [...new Set(rivals.flatMap(({ forStated }) => forStated))]
  return answer(speaking, { verdict: fits ? 'fits' : 'unclear', likely: null })
}
