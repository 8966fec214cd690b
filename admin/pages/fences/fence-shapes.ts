import type { FeatureCollection, MultiPolygon } from 'geojson'
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
