import {
  crossesRay,
  type MetersPerDegree,
  type MultiPolygon,
  metersPerDegree,
  type Position,
  type Ring,
  signDistance,
  squaredDistanceToSegment,
} from '../../domain/fences/geometry'

/** Edges per run: short ones have tight boxes, long ones are few; 32 measured best of 8–64. */
const RUN_EDGES = 32

/**
 * An outline laid out for many questions. Edges are consecutive in `points` (x, y, x, y …); a run
 * of at most RUN_EDGES of them has a box, so that most edges are settled by their run's box alone.
 */
export interface PreparedOutline {
  points: Float64Array
  /** First and last point of each run; an edge lies between two neighbouring points. */
  runFrom: Uint32Array
  runTo: Uint32Array
  /** West, south, east, north of each run. */
  runBoxes: Float64Array
  /** Run at which each polygon begins, and one past the last. */
  polygonRuns: Uint32Array
}

function openRing(ring: Ring): Position[] {
  const [first] = ring
  const last = ring.at(-1)
  const closed = first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1]
  return closed ? ring.slice(0, -1) : ring
}

/** Lays out an outline in degrees; rings may be closed or open, wound either way. */
export function prepareOutline(polygons: MultiPolygon): PreparedOutline {
  const points: number[] = []
  const runFrom: number[] = []
  const runTo: number[] = []
  const polygonRuns: number[] = [0]
  for (const polygon of polygons) {
    for (const ring of polygon.map(openRing)) {
      const [first] = ring
      if (first === undefined) continue
      const start = points.length / 2
      for (const [lng, lat] of [...ring, first]) points.push(lng, lat)
      for (let edge = 0; edge < ring.length; edge += RUN_EDGES) {
        runFrom.push(start + edge)
        runTo.push(start + Math.min(edge + RUN_EDGES, ring.length))
      }
    }
    polygonRuns.push(runFrom.length)
  }
  const prepared: PreparedOutline = {
    points: Float64Array.from(points),
    runFrom: Uint32Array.from(runFrom),
    runTo: Uint32Array.from(runTo),
    runBoxes: new Float64Array(runFrom.length * 4),
    polygonRuns: Uint32Array.from(polygonRuns),
  }
  for (let run = 0; run < runFrom.length; run += 1) boxRun(prepared, run)
  return prepared
}

function boxRun({ points, runFrom, runTo, runBoxes }: PreparedOutline, run: number): void {
  runBoxes.set([180, 90, -180, -90], run * 4)
  for (let point = runFrom[run] ?? 0; point <= (runTo[run] ?? 0); point += 1) {
    const lng = points[point * 2] ?? 0
    const lat = points[point * 2 + 1] ?? 0
    runBoxes[run * 4] = Math.min(runBoxes[run * 4] ?? 0, lng)
    runBoxes[run * 4 + 1] = Math.min(runBoxes[run * 4 + 1] ?? 0, lat)
    runBoxes[run * 4 + 2] = Math.max(runBoxes[run * 4 + 2] ?? 0, lng)
    runBoxes[run * 4 + 3] = Math.max(runBoxes[run * 4 + 3] ?? 0, lat)
  }
}

/** Square metres from a point to a run's box: 0 within; never more than to any of its edges. */
function squaredToBox(
  boxes: Float64Array,
  run: number,
  lng: number,
  lat: number,
  scale: MetersPerDegree,
): number {
  const dx = Math.max((boxes[run * 4] ?? 0) - lng, 0, lng - (boxes[run * 4 + 2] ?? 0)) * scale.lng
  const dy =
    Math.max((boxes[run * 4 + 1] ?? 0) - lat, 0, lat - (boxes[run * 4 + 3] ?? 0)) * scale.lat
  return dx * dx + dy * dy
}

function squaredToRun(
  { points, runFrom, runTo }: PreparedOutline,
  run: number,
  lng: number,
  lat: number,
  scale: MetersPerDegree,
): number {
  let nearest = Number.POSITIVE_INFINITY
  const last = (runTo[run] ?? 0) * 2
  let ax = 0
  let ay = 0
  for (let at = (runFrom[run] ?? 0) * 2, first = at; at <= last; at += 2) {
    const bx = ((points[at] ?? 0) - lng) * scale.lng
    const by = ((points[at + 1] ?? 0) - lat) * scale.lat
    if (at > first) {
      const squared = squaredDistanceToSegment(ax, ay, bx, by)
      if (squared < nearest) nearest = squared
    }
    ax = bx
    ay = by
  }
  return nearest
}

/** Whether an odd number of a run's edges crosses the ray from the point to the east. */
function isRunOdd(outline: PreparedOutline, run: number, lng: number, lat: number): boolean {
  const { points, runFrom, runTo, runBoxes } = outline
  if (lng > (runBoxes[run * 4 + 2] ?? 0)) return false
  if (lat < (runBoxes[run * 4 + 1] ?? 0) || lat > (runBoxes[run * 4 + 3] ?? 0)) return false
  const from = (runFrom[run] ?? 0) * 2
  const to = (runTo[run] ?? 0) * 2
  // A run wholly to the east crosses the ray as often, odd or even, as the line between its ends.
  if (lng < (runBoxes[run * 4] ?? 0)) {
    return (points[from + 1] ?? 0) > lat !== (points[to + 1] ?? 0) > lat
  }
  let odd = false
  for (let at = from; at < to; at += 2) {
    const ax = (points[at] ?? 0) - lng
    const ay = (points[at + 1] ?? 0) - lat
    const bx = (points[at + 2] ?? 0) - lng
    const by = (points[at + 3] ?? 0) - lat
    if (crossesRay(ax, ay, bx, by)) odd = !odd
  }
  return odd
}

function isInside(outline: PreparedOutline, lng: number, lat: number): boolean {
  const { polygonRuns } = outline
  for (let polygon = 0; polygon + 1 < polygonRuns.length; polygon += 1) {
    let odd = false
    const end = polygonRuns[polygon + 1] ?? 0
    for (let run = polygonRuns[polygon] ?? 0; run < end; run += 1) {
      if (isRunOdd(outline, run, lng, lat)) odd = !odd
    }
    if (odd) return true
  }
  return false
}

/**
 * The same answer as signedDistanceMeters of the domain, in metres, without looking at most edges:
 * the run with the nearest box is measured first, then only runs whose box could beat it.
 */
export function distanceToOutlineMeters(
  outline: PreparedOutline,
  lng: number,
  lat: number,
): number {
  const scale = metersPerDegree(lat)
  const runs = outline.runFrom.length
  let likeliest = -1
  let smallest = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const squared = squaredToBox(outline.runBoxes, run, lng, lat, scale)
    if (squared >= smallest) continue
    smallest = squared
    likeliest = run
  }
  if (likeliest < 0) return Number.POSITIVE_INFINITY
  let nearest = squaredToRun(outline, likeliest, lng, lat, scale)
  for (let run = 0; run < runs; run += 1) {
    if (squaredToBox(outline.runBoxes, run, lng, lat, scale) >= nearest) continue
    nearest = Math.min(nearest, squaredToRun(outline, run, lng, lat, scale))
  }
  return signDistance(Math.sqrt(nearest), isInside(outline, lng, lat))
}
