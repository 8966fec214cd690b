import {
  areaSquareMeters,
  type MultiPolygon,
  type Ring,
  ringAreaSquareMeters,
} from '../../domain/fences/geometry'
import { cleanRing } from './clean-ring'
import { findContacts } from './find-contacts'
import { mergeParts } from './merge-parts'
import { type NestRing, nestRings } from './nest-rings'
import { GeometryRefused } from './refusal'

const SLIVER_SQUARE_METERS = 1
export interface RepairedGeometry {
  /** Valid: shells counter-clockwise, holes clockwise, closed, largest part first. */
  polygons: MultiPolygon
  areaSquareMeters: number
  /** Corners; closing points are not counted. */
  vertices: number
  /**
   * What was done, as CODE:number: RINGS_CLOSED, DUPLICATES_DROPPED, SPIKES_DROPPED,
   * SLIVERS_DROPPED, SHELLS_NOT_FIRST, HOLES_TO_PARTS, HOLES_MOVED, ISLANDS_IN_HOLES,
   * PARTS_SWALLOWED, CROSSINGS_RESOLVED, TOUCHES_RESOLVED, AREA_CHANGED_SQUARE_METERS (signed).
   * Empty when the upload was right; winding is ignored and is no repair.
   */
  repairs: string[]
}

interface Cleaned {
  rings: NestRing[]
  counts: Record<'RINGS_CLOSED' | 'DUPLICATES_DROPPED' | 'SPIKES_DROPPED', number>
}

function cleanRings(polygons: MultiPolygon): Cleaned {
  const counts = { RINGS_CLOSED: 0, DUPLICATES_DROPPED: 0, SPIKES_DROPPED: 0 }
  const rings = polygons.flatMap((listed, polygon) =>
    listed.map((given, place): NestRing => {
      const clean = cleanRing(given)
      counts.RINGS_CLOSED += clean.closed || given.length === 0 ? 0 : 1
      counts.DUPLICATES_DROPPED += clean.duplicates
      counts.SPIKES_DROPPED += clean.spikes
      return { ring: clean.ring, polygon, place }
    }),
  )
  return { rings, counts }
}

const isSliver = (ring: Ring) => Math.abs(ringAreaSquareMeters(ring)) < SLIVER_SQUARE_METERS

/** Drops rings without area, but not a bow-tie, whose two lobes cancel out. */
function dropSlivers(rings: NestRing[]): NestRing[] {
  const open = rings.filter(({ ring }) => ring.length >= 3)
  const suspects = open.filter(({ ring }) => isSliver(ring))
  const crossing = new Set(
    findContacts(suspects.map(({ ring }) => ring))
      .filter((contact) => contact.a === contact.b && contact.crossings > 0)
      .map((contact) => suspects[contact.a]),
  )
  return open.filter((one) => crossing.has(one) || !isSliver(one.ring))
}

/** The area as the upload lists it: first rings less the others, wherever they lie. */
function listedSquareMeters(rings: readonly NestRing[]): number {
  return rings.reduce((sum, { ring, place }) => {
    const area = Math.abs(ringAreaSquareMeters(ring))
    return sum + (place === 0 ? area : -area)
  }, 0)
}

function closedAs(ring: Ring, counterClockwise: boolean): Ring {
  const [first] = ring
  const last = ring.at(-1)
  const isOpen = first && last && (first[0] !== last[0] || first[1] !== last[1])
  const closed = isOpen ? [...ring, first] : ring
  return ringAreaSquareMeters(closed) > 0 === counterClockwise ? closed : closed.toReversed()
}

function normalise(polygons: MultiPolygon): MultiPolygon {
  return polygons
    .filter(([shell]) => shell !== undefined && !isSliver(shell))
    .map((polygon) =>
      polygon
        .filter((ring, place) => place === 0 || !isSliver(ring))
        .map((ring, place) => closedAs(ring, place === 0)),
    )
    .map((polygon) => ({ polygon, area: areaSquareMeters([polygon]) }))
    .sort((a, b) => b.area - a.area)
    .map(({ polygon }) => polygon)
}

/**
 * Makes a valid multipolygon in the same coordinate system (degrees) out of what desktop software
 * and people draw, and says what it did. What it cannot read with certainty it refuses: throws
 * GeometryRefused.
 */
export function repairGeometry(polygons: MultiPolygon): RepairedGeometry {
  const cleaned = cleanRings(polygons)
  const kept = dropSlivers(cleaned.rings)
  const rings = kept.map(({ ring }) => ring)
  const contacts = findContacts(rings)

  const met = new Set(contacts.map(({ a, b }) => `${a} ${b}`))
  const nesting = nestRings(kept, (a, b) => met.has(`${a} ${b}`) || met.has(`${b} ${a}`))
  const repaired = normalise(mergeParts(nesting.parts, rings, contacts))
  const area = areaSquareMeters(repaired)
  if (area < SLIVER_SQUARE_METERS) {
    throw new GeometryRefused('GEOJSON_INVALID', '图形没有面积：至少要三个不在一条线上的点')
  }
  const changed = Math.round(area - listedSquareMeters(cleaned.rings))
  const counts = {
    ...cleaned.counts,
    SLIVERS_DROPPED: cleaned.rings.length - kept.length,
    SHELLS_NOT_FIRST: nesting.shellsNotFirst,
    HOLES_TO_PARTS: nesting.holesToParts,
    HOLES_MOVED: nesting.holesMoved,
    ISLANDS_IN_HOLES: nesting.islandsInHoles,
    PARTS_SWALLOWED: nesting.partsSwallowed,
    CROSSINGS_RESOLVED: contacts.reduce((sum, { crossings }) => sum + crossings, 0),
    TOUCHES_RESOLVED: contacts.filter(({ crossings }) => crossings === 0).length,
    AREA_CHANGED_SQUARE_METERS: changed,
  }
  return {
    polygons: repaired,
    areaSquareMeters: area,
    vertices: repaired.flat().reduce((sum, ring) => sum + ring.length - 1, 0),
    repairs: Object.entries(counts)
      .filter(([, count]) => count !== 0)
      .map(([code, count]) => `${code}:${count}`),
  }
}
