import Flatbush from 'flatbush'
import { metersPerDegree, type Ring } from '../../domain/fences/geometry'
import { GeometryRefused } from './refusal'

/** Edges closer than this touch; half of what rounding to eight decimals can move a point. */
const TOUCH_METERS = 0.0005

/** A ring that crosses itself oftener is no slip of the mouse: nobody can say what it meant. */
const SELF_CROSSINGS_MAX = 100
/** Crossings of all rings together; each costs exact arithmetic when parts are merged. */
const CROSSINGS_MAX = 10_000
/** Pairs of edges with overlapping boxes; a real province has some millions. */
const PAIRS_MAX = 100_000_000

const SCRIBBLE = `边界自己相交超过 ${SELF_CROSSINGS_MAX} 处，看不出原意，请在地图软件中重新描绘`
const TOO_DENSE = '边界线条过密或相交太多，请先在地图软件中简化'

export interface RingContact {
  a: number
  b: number
  /** How often edges of the two rings properly cross; 0 when they only touch or share an edge. */
  crossings: number
}

interface Edges {
  /** x1, y1, x2, y2 of each edge, in metres around a common origin. */
  ends: Float64Array
  ringOf: Uint32Array
  /** The edge that starts where this one ends. */
  nextOf: Uint32Array
}

function edgesOf(rings: readonly Ring[]): Edges {
  const origin = rings.find((ring) => ring.length > 0)?.[0] ?? [0, 0]
  const scale = metersPerDegree(origin[1])
  const count = rings.reduce((sum, ring) => sum + ring.length, 0)
  const ends = new Float64Array(count * 4)
  const ringOf = new Uint32Array(count)
  const nextOf = new Uint32Array(count)
  let edge = 0
  for (const [id, ring] of rings.entries()) {
    const first = edge
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length] ?? from
      ends[edge * 4] = (from[0] - origin[0]) * scale.lng
      ends[edge * 4 + 1] = (from[1] - origin[1]) * scale.lat
      ends[edge * 4 + 2] = (to[0] - origin[0]) * scale.lng
      ends[edge * 4 + 3] = (to[1] - origin[1]) * scale.lat
      ringOf[edge] = id
      nextOf[edge] = index + 1 < ring.length ? edge + 1 : first
      edge += 1
    }
  }
  return { ends, ringOf, nextOf }
}

/** Metres from the line through edge `e` to a point: its sign is the side, 0 within a touch. */
function sideOf(ends: Float64Array, e: number, x: number, y: number): number {
  const ax = ends[e * 4] ?? 0
  const ay = ends[e * 4 + 1] ?? 0
  const dx = (ends[e * 4 + 2] ?? 0) - ax
  const dy = (ends[e * 4 + 3] ?? 0) - ay
  const length = Math.sqrt(dx * dx + dy * dy) || 1
  const off = (dx * (y - ay) - dy * (x - ax)) / length
  return Math.abs(off) < TOUCH_METERS ? 0 : off
}

/** 'crossing' when the inner parts of two edges cross, 'touching' when they share a point. */
function meet(ends: Float64Array, e: number, f: number): 'crossing' | 'touching' | null {
  const e1 = sideOf(ends, f, ends[e * 4] ?? 0, ends[e * 4 + 1] ?? 0)
  const e2 = sideOf(ends, f, ends[e * 4 + 2] ?? 0, ends[e * 4 + 3] ?? 0)
  if (e1 * e2 > 0) return null
  const f1 = sideOf(ends, e, ends[f * 4] ?? 0, ends[f * 4 + 1] ?? 0)
  const f2 = sideOf(ends, e, ends[f * 4 + 2] ?? 0, ends[f * 4 + 3] ?? 0)
  if (f1 * f2 > 0) return null
  return e1 * e2 < 0 && f1 * f2 < 0 ? 'crossing' : 'touching'
}

type Box = [west: number, south: number, east: number, north: number]

function boxOf(ends: Float64Array, e: number): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.subarray(e * 4, e * 4 + 4)
  return [
    Math.min(x1, x2) - TOUCH_METERS,
    Math.min(y1, y2) - TOUCH_METERS,
    Math.max(x1, x2) + TOUCH_METERS,
    Math.max(y1, y2) + TOUCH_METERS,
  ]
}

/** Adds up meetings by pair of rings and refuses what is past reading. */
function contactBook(rings: number) {
  const contactByKey = new Map<number, RingContact>()
  let crossings = 0
  return {
    contacts: () => [...contactByKey.values()],
    note(a: number, b: number, how: 'crossing' | 'touching'): void {
      const key = a * rings + b
      const contact = contactByKey.get(key) ?? { a, b, crossings: 0 }
      contactByKey.set(key, contact)
      if (how === 'touching') return
      crossings += 1
      contact.crossings += 1
      if (a === b && contact.crossings > SELF_CROSSINGS_MAX) {
        throw new GeometryRefused('GEOJSON_INVALID', SCRIBBLE)
      }
      if (crossings > CROSSINGS_MAX) throw new GeometryRefused('GEOMETRY_TOO_LARGE', TOO_DENSE)
    },
  }
}

/**
 * Which of some open rings meet each other or themselves (a equals b); neighbouring edges of one
 * ring do not count. A tree over the edges' boxes makes it n log n for outlines of the world;
 * scribbles, which would take n², are refused on the way: throws GeometryRefused.
 */
export function findContacts(rings: readonly Ring[]): RingContact[] {
  const { ends, ringOf, nextOf } = edgesOf(rings)
  if (ringOf.length === 0) return []
  const tree = new Flatbush(ringOf.length)
  for (let e = 0; e < ringOf.length; e += 1) tree.add(...boxOf(ends, e))
  tree.finish()

  const book = contactBook(rings.length)
  let pairs = 0
  for (let e = 0; e < ringOf.length; e += 1) {
    const found = tree.search(...boxOf(ends, e), (f) => {
      pairs += 1
      return f > e && nextOf[e] !== f && nextOf[f] !== e
    })
    if (pairs > PAIRS_MAX) throw new GeometryRefused('GEOMETRY_TOO_LARGE', TOO_DENSE)
    for (const f of found) {
      const how = meet(ends, e, f)
      if (how !== null) book.note(ringOf[e] ?? 0, ringOf[f] ?? 0, how)
    }
  }
  return book.contacts()
}
