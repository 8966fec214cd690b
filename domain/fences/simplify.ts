import { type MultiPolygon, metersPerDegree, type Position, type Ring } from './geometry'

/** Six decimals are 0.1 m: enough for a screen, and it halves the answer. */
const DECIMALS = 1e6

/**
 * An outline for the screen with at most about `pointsMax` points in all: the tolerance doubles
 * from 1 m until it fits. Rings that shrink to less than a triangle are left out. Never used to
 * decide anything.
 */
export function simplifyOutline(outline: MultiPolygon, pointsMax: number): MultiPolygon {
  for (let toleranceMeters = 1; ; toleranceMeters *= 2) {
    const drawn = outline
      .map((polygon) => polygon.map((ring) => simplifyRing(ring, toleranceMeters)))
      .map((polygon) => polygon.filter((ring) => ring.length >= 4))
      .filter((polygon) => polygon.length > 0)
    const points = drawn.flat().reduce((sum, ring) => sum + ring.length, 0)
    if (points <= pointsMax || toleranceMeters > 4096) return drawn
  }
}

/** Douglas–Peucker on both halves of the ring, split at the point farthest from the first. */
function simplifyRing(ring: Ring, toleranceMeters: number): Ring {
  const first = ring[0]
  if (!first || ring.length < 4) return []
  const scale = metersPerDegree(first[1])
  const xy = ring.map(([lng, lat]): Position => [lng * scale.lng, lat * scale.lat])
  const far = farthestFrom(xy)
  const keep = new Set([0, far, ring.length - 1])
  keepBetween(xy, 0, far, toleranceMeters, keep)
  keepBetween(xy, far, ring.length - 1, toleranceMeters, keep)
  return [...keep]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const point = ring[at]
      return point ? [round(point)] : []
    })
}

function round([lng, lat]: Position): Position {
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS]
}

function farthestFrom(xy: readonly Position[]): number {
  const [x0, y0] = xy[0] ?? [0, 0]
  let best = 0
  let bestDistance = -1
  xy.forEach(([x, y], at) => {
    const distance = (x - x0) ** 2 + (y - y0) ** 2
    if (distance > bestDistance) [best, bestDistance] = [at, distance]
  })
  return best
}

function keepBetween(
  xy: readonly Position[],
  from: number,
  to: number,
  tolerance: number,
  keep: Set<number>,
): void {
  const stack: [number, number][] = [[from, to]]
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [start, end] = span
    let worst = -1
    let worstDistance = tolerance
    for (let at = start + 1; at < end; at++) {
      const distance = distanceToSegment(xy[at], xy[start], xy[end])
      if (distance > worstDistance) [worst, worstDistance] = [at, distance]
    }
    if (worst < 0) continue
    keep.add(worst)
    stack.push([start, worst], [worst, end])
  }
}

function distanceToSegment(p?: Position, a?: Position, b?: Position): number {
  if (!p || !a || !b) return 0
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}
