import { xor } from 'polyclip-ts'
import { areaSquareMeters, type MultiPolygon } from '../../domain/fences/geometry'
import { distanceToOutlineMeters, prepareOutline } from './prepared-outline'

/** Exact arithmetic takes about 30 µs a vertex, and a county has twenty towns. */
const EXACT_VERTICES_MAX = 20_000
/** Of more corners that moved, every second, third … is measured. */
const MEASURED_VERTICES_MAX = 5000

export interface BorderChange {
  /** What belongs to one of the two only; when not `exact`, how much the area differs. */
  movedSquareMeters: number
  exact: boolean
  /** How far a corner of either lies from the border of the other, at most. */
  farthestMeters: number
}

const verticesOf = (outline: MultiPolygon) =>
  outline.flat().reduce((sum, ring) => sum + ring.length, 0)

/** Corners that both outlines have lie on both borders; only the others are measured. */
function farthestFrom(outline: MultiPolygon, other: MultiPolygon): number {
  const shared = new Set(other.flat(2).map(([lng, lat]) => `${lng} ${lat}`))
  const points = outline.flat(2).filter(([lng, lat]) => !shared.has(`${lng} ${lat}`))
  const border = prepareOutline(other)
  const step = Math.max(1, Math.ceil(points.length / MEASURED_VERTICES_MAX))
  let farthest = 0
  for (let at = 0; at < points.length; at += step) {
    const [lng, lat] = points[at] ?? [0, 0]
    farthest = Math.max(farthest, Math.abs(distanceToOutlineMeters(border, lng, lat)))
  }
  return farthest
}

function movedArea(before: MultiPolygon, after: MultiPolygon) {
  if (verticesOf(before) + verticesOf(after) <= EXACT_VERTICES_MAX) {
    try {
      return { movedSquareMeters: areaSquareMeters(xor(before, after)), exact: true }
    } catch {}
  }
  const difference = Math.abs(areaSquareMeters(after) - areaSquareMeters(before))
  return { movedSquareMeters: difference, exact: false }
}

/** How two versions of one outline (valid, GCJ-02) differ. */
export function measureChange(before: MultiPolygon, after: MultiPolygon): BorderChange {
  const { movedSquareMeters, exact } = movedArea(before, after)
  return {
    movedSquareMeters: Math.round(movedSquareMeters),
    exact,
    farthestMeters: Math.round(Math.max(farthestFrom(after, before), farthestFrom(before, after))),
  }
}
