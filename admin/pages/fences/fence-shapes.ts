import type { FeatureCollection, MultiPolygon, Point, Position } from 'geojson'
import type { Output } from '../../../contract/actions'

export type FenceShape = Output<'fences.shapes'>['items'][number]
export type FenceCollection = FeatureCollection<
  MultiPolygon,
  { id: string; name: string; kind: FenceShape['kind']; shade: number }
>
/** West, south, east, north. */
export type Bounds = [number, number, number, number]

const SHADES = 4

/** Neighbours in a list get different shades, which tells most neighbours on the map apart. */
export function collectionOf(shapes: readonly FenceShape[]): FenceCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map(({ id, name, kind, polygons }, i) => ({
      type: 'Feature',
      properties: { id, name, kind, shade: i % SHADES },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  }
}

export function boundsOf(shapes: readonly FenceShape[]): Bounds | null {
  let bounds: Bounds | null = null
  for (const shape of shapes) {
    for (const [shell] of shape.polygons) {
      for (const [lng, lat] of shell ?? []) {
        bounds ??= [lng, lat, lng, lat]
        bounds[0] = Math.min(bounds[0], lng)
        bounds[1] = Math.min(bounds[1], lat)
        bounds[2] = Math.max(bounds[2], lng)
        bounds[3] = Math.max(bounds[3], lat)
      }
    }
  }
  return bounds
}

/** Twice the signed area of a ring and its centroid, in degrees: enough to place a name. */
function middleOf(ring: readonly Position[]): { area: number; point: Position } | null {
  let area = 0
  let x = 0
  let y = 0
  const [first] = ring
  let from = ring.at(-1)
  for (const to of ring) {
    if (from === undefined || first === undefined) return null
    const [ax = 0, ay = 0] = from
    const [bx = 0, by = 0] = to
    const cross = ax * by - bx * ay
    area += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
    from = to
  }
  return area === 0 ? null : { area: Math.abs(area), point: [x / (3 * area), y / (3 * area)] }
}

type FenceName = Pick<FenceShape, 'name' | 'kind'>

/** Where each fence's name stands: the middle of its largest part. */
export function namesOf(fences: FenceCollection): FeatureCollection<Point, FenceName> {
  return {
    type: 'FeatureCollection',
    features: fences.features.flatMap(({ geometry, properties: { name, kind } }) => {
      const [largest] = geometry.coordinates
        .flatMap(([shell]) => (shell === undefined ? [] : (middleOf(shell) ?? [])))
        .sort((a, b) => b.area - a.area)
      if (largest === undefined) return []
      const geometryOfName: Point = { type: 'Point', coordinates: largest.point }
      return [{ type: 'Feature' as const, properties: { name, kind }, geometry: geometryOfName }]
    }),
  }
}
