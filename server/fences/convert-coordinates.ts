import gcoord from 'gcoord'
import type { Crs } from '../../domain/fences/coordinates'
import type { MultiPolygon, Position } from '../../domain/fences/geometry'

const SYSTEM_BY_CRS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** A point in degrees of the stated system, in GCJ-02; CGCS2000 counts as WGS-84 (same to 1 m). */
export function toGcj02(lng: number, lat: number, crs: Crs): Position {
  if (crs === 'gcj02') return [lng, lat]
  const [x, y] = gcoord.transform([lng, lat], SYSTEM_BY_CRS[crs], gcoord.GCJ02)
  return [x, y]
}

/** A new multipolygon in GCJ-02; the given one, the original to be kept, is not touched. */
export function polygonsToGcj02(polygons: MultiPolygon, crs: Crs): MultiPolygon {
  return polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([lng, lat]) => toGcj02(lng, lat, crs))),
  )
}
