/** [longitude, latitude] in degrees. */
export type Position = [number, number]
/** A ring; the closing point may be present or not, the winding is ignored. */
export type Ring = Position[]
/** The first ring is the shell, the others are holes. */
export type Polygon = Ring[]
export type MultiPolygon = Polygon[]

/** On the border means within a millimetre: eight decimals of a degree cannot say it finer. */
export const BORDER_METERS = 0.001

const EQUATOR_METERS = 6_378_137
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14
const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED)
const RADIANS = Math.PI / 180

export interface MetersPerDegree {
  lng: number
  lat: number
}

/**
 * Length in metres of one degree of longitude and latitude at a latitude: the WGS-84 ellipsoid's
 * radii of curvature. Used as a local flat map around a point; good to 0.1 % within 50 km.
 */
export function metersPerDegree(lat: number): MetersPerDegree {
  const sine = Math.sin(lat * RADIANS)
  const shrink = 1 / (1 - ECCENTRICITY_SQUARED * sine * sine)
  const normal = EQUATOR_METERS * Math.sqrt(shrink)
  const meridian = normal * shrink * (1 - ECCENTRICITY_SQUARED)
  return { lng: RADIANS * normal * Math.cos(lat * RADIANS), lat: RADIANS * meridian }
}

/** Square of the distance from the origin to the segment a–b, in the square of their unit. */
export function squaredDistanceToSegment(ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : -(ax * dx + ay * dy) / length
  const t = Math.max(0, Math.min(1, along))
  const x = ax + t * dx
  const y = ay + t * dy
  return x * x + y * y
}

/**
 * Whether the segment a–b crosses the ray from the origin towards +x. Half open in y, so a corner
 * that two edges share is counted once and a horizontal edge never.
 */
export function crossesRay(ax: number, ay: number, bx: number, by: number): boolean {
  return ay > 0 !== by > 0 && ax + (-ay / (by - ay)) * (bx - ax) > 0
}

/** Every edge of a ring once, the closing one included, whether or not the ring is closed. */
function eachEdge(ring: Ring, visit: (from: Position, to: Position) => void): void {
  let from = ring[ring.length - 1]
  for (const to of ring) {
    if (from !== undefined) visit(from, to)
    from = to
  }
}

/**
 * Signed distance in metres from a point to the nearest border of a multipolygon: negative inside,
 * 0 on the border (of a hole too), Infinity without any ring. A point is inside when one of the
 * polygons holds it by the even-odd rule, so neither winding nor the order of rings matters.
 */
export function signedDistanceMeters(lng: number, lat: number, polygons: MultiPolygon): number {
  const scale = metersPerDegree(lat)
  let nearest = Number.POSITIVE_INFINITY
  let inside = false
  for (const polygon of polygons) {
    let odd = false
    for (const ring of polygon) {
      eachEdge(ring, (from, to) => {
        const ax = (from[0] - lng) * scale.lng
        const ay = (from[1] - lat) * scale.lat
        const bx = (to[0] - lng) * scale.lng
        const by = (to[1] - lat) * scale.lat
        nearest = Math.min(nearest, squaredDistanceToSegment(ax, ay, bx, by))
        if (crossesRay(ax, ay, bx, by)) odd = !odd
      })
    }
    inside ||= odd
  }
  return signDistance(Math.sqrt(nearest), inside)
}

/** Gives a distance its sign; within BORDER_METERS of the border it is exactly 0. */
export function signDistance(distanceMeters: number, inside: boolean): number {
  if (distanceMeters <= BORDER_METERS) return 0
  return inside ? -distanceMeters : distanceMeters
}

/**
 * Whether a multipolygon holds a point. On the border counts as inside, a hole's border too:
 * noise of the receiver must not punish a volunteer at the gate.
 */
export function coversPoint(lng: number, lat: number, polygons: MultiPolygon): boolean {
  return signedDistanceMeters(lng, lat, polygons) <= 0
}

/** Area between the equator and a latitude, per radian of longitude (authalic formula). */
function zoneSquareMeters(lat: number): number {
  const sine = Math.sin(lat * RADIANS)
  const polarSquared = EQUATOR_METERS * EQUATOR_METERS * (1 - ECCENTRICITY_SQUARED)
  const straight = sine / (1 - ECCENTRICITY_SQUARED * sine * sine)
  return (polarSquared / 2) * (straight + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY)
}

/** Signed area of a ring in square metres on the WGS-84 ellipsoid: positive counter-clockwise. */
export function ringAreaSquareMeters(ring: Ring): number {
  let sum = 0
  eachEdge(ring, (from, to) => {
    const width = (to[0] - from[0]) * RADIANS
    if (width !== 0) sum += (width * (zoneSquareMeters(from[1]) + zoneSquareMeters(to[1]))) / 2
  })
  return sum === 0 ? 0 : -sum
}

/** Area of shells less holes in square metres; parts are taken as not overlapping. */
export function areaSquareMeters(polygons: MultiPolygon): number {
  let sum = 0
  for (const polygon of polygons) {
    for (const [index, ring] of polygon.entries()) {
      const area = Math.abs(ringAreaSquareMeters(ring))
      sum += index === 0 ? area : -area
    }
  }
  return sum
}
