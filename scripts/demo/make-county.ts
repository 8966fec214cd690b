import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson'
import { drawCells, type Point } from './draw-cells'
import { fractalLine, islandAt } from './draw-lines'

export interface CountyPlan {
  /** The same seed and plan give the same county to the last digit. */
  seed: number
  /** One town a name, given out from north-west to south-east. */
  names: readonly string[]
  /** Upper bound for the points of one border between two towns; short borders get fewer. */
  verticesPerEdge: number
  /** [lng, lat] in degrees; the county is drawn around it in the datum the caller has in mind. */
  centre: readonly [number, number]
  widthKm: number
  /** Islands off the northern coast, each an extra part of the nearest town. */
  islands?: number
}

const KM_PER_DEGREE = 111.2
const DECIMALS = 1e7

/**
 * Draws a made-up county: towns that share jagged borders to the last digit, a bay in the north
 * and islands before it. Pure; the shapes are valid GeoJSON with the property `name`.
 */
export function makeCounty(plan: CountyPlan): FeatureCollection<MultiPolygon, { name: string }> {
  const [lng, lat] = plan.centre
  const kmPerLng = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const toPosition = ([x, y]: Point): Position => [
    Math.round((lng + x / kmPerLng) * DECIMALS) / DECIMALS,
    Math.round((lat + y / KM_PER_DEGREE) * DECIMALS) / DECIMALS,
  ]
  const { cells, sea } = drawCells(plan.seed, plan.names.length, plan.widthKm)
  const towns = cells.map((cell, index): Feature<MultiPolygon, { name: string }> => {
    const ring = cell.corners.flatMap((from, corner) => {
      const to = cell.corners[(corner + 1) % cell.corners.length] ?? from
      return fractalLine(from, to, plan.verticesPerEdge, plan.seed)
    })
    return {
      type: 'Feature',
      properties: { name: plan.names[index] ?? `${index + 1}` },
      geometry: { type: 'MultiPolygon', coordinates: [[closed(ring.map(toPosition))]] },
    }
  })
  for (const [index, spot] of sea.slice(0, plan.islands ?? 0).entries()) {
    const owner = towns[spot.nearestCell]
    const shore = islandAt(spot.centre, spot.roomKm * 0.35, plan.verticesPerEdge, plan.seed + index)
    owner?.geometry.coordinates.push([closed(shore.map(toPosition))])
  }
  return { type: 'FeatureCollection', features: towns }
}

function closed(ring: Position[]): Position[] {
  return ring[0] === undefined ? ring : [...ring, ring[0]]
}
