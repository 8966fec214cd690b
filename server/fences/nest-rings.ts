import { type Ring, signedDistanceMeters } from '../../domain/fences/geometry'

export interface NestRing {
  ring: Ring
  /** Which polygon of the upload listed the ring, and at which place (0 is the shell). */
  polygon: number
  place: number
}

/** A shell with its holes, as indexes into the given rings. */
export interface NestedPart {
  shell: number
  holes: number[]
}

export interface Nesting {
  parts: NestedPart[]
  shellsNotFirst: number
  holesToParts: number
  holesMoved: number
  islandsInHoles: number
  partsSwallowed: number
}

interface Box {
  west: number
  south: number
  east: number
  north: number
}

const SAMPLES = 16

function boxOf(ring: Ring): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [lng, lat] of ring) {
    box.west = Math.min(box.west, lng)
    box.east = Math.max(box.east, lng)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

const boxSize = (box: Box) => (box.east - box.west) * (box.north - box.south)
const boxesMeet = (a: Box, b: Box) =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

/** Whether the inner ring lies in the outer: a vote of corners and edge middles off the border. */
function liesIn(inner: Ring, outer: Ring, apart: boolean): boolean {
  const step = Math.max(1, Math.floor(inner.length / SAMPLES))
  let vote = 0
  for (let index = 0; index < inner.length; index += step) {
    const from = inner[index] ?? [0, 0]
    const to = inner[(index + 1) % inner.length] ?? from
    const corner = Math.sign(signedDistanceMeters(from[0], from[1], [[outer]]))
    if (apart && corner !== 0) return corner < 0
    const [lng, lat] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    vote += corner + Math.sign(signedDistanceMeters(lng, lat, [[outer]]))
  }
  return vote <= 0
}

interface Field {
  /** Whether ring `outer` holds ring `inner`; of two equal rings the earlier holds the later. */
  holds: (outer: number, inner: number) => boolean
  smallestOf: (ids: readonly number[]) => number
}

function fieldOf(rings: readonly NestRing[], touching: (a: number, b: number) => boolean): Field {
  const boxes = rings.map(({ ring }) => boxOf(ring))
  const sizes = boxes.map(boxSize)
  const sizeAt = (id: number): number => sizes[id] ?? 0
  return {
    holds: (outer, inner) => {
      const [a, b] = [boxes[outer], boxes[inner]]
      if (outer === inner || !a || !b || !boxesMeet(a, b)) return false
      if (sizeAt(outer) < sizeAt(inner)) return false
      if (sizeAt(outer) === sizeAt(inner) && outer > inner) return false
      return liesIn(rings[inner]?.ring ?? [], rings[outer]?.ring ?? [], !touching(outer, inner))
    },
    smallestOf: (ids) => ids.reduce((a, b) => (sizeAt(b) < sizeAt(a) ? b : a)),
  }
}

/** Nests the rings of one listed polygon; gives back the listed holes that lie outside of it. */
function nestPolygon(ids: readonly number[], field: Field, nesting: Nesting): number[] {
  const holdersOf = new Map(ids.map((id) => [id, ids.filter((other) => field.holds(other, id))]))
  const depthOf = (id: number) => holdersOf.get(id)?.length ?? 0
  const [first = 0] = ids
  const outsideHoles: number[] = []
  const partByShell = new Map<number, NestedPart>()
  for (const id of ids.filter((one) => depthOf(one) % 2 === 0)) {
    const isAlone = !ids.some((other) => holdersOf.get(other)?.includes(id))
    if (depthOf(id) > 0) nesting.islandsInHoles += 1
    else if (holdersOf.get(first)?.includes(id)) nesting.shellsNotFirst += 1
    else if (id !== first && isAlone) {
      outsideHoles.push(id)
      continue
    } else if (id !== first) nesting.holesToParts += 1
    partByShell.set(id, { shell: id, holes: [] })
  }
  for (const id of ids.filter((one) => depthOf(one) % 2 === 1)) {
    partByShell.get(field.smallestOf(holdersOf.get(id) ?? []))?.holes.push(id)
  }
  nesting.parts.push(...partByShell.values())
  return outsideHoles
}

function isInBody(part: NestedPart, id: number, field: Field): boolean {
  const inHole = part.holes.some((hole) => hole === id || field.holds(hole, id))
  return !inHole && field.holds(part.shell, id)
}

function placeOutsideHole(id: number, field: Field, nesting: Nesting): void {
  const owners = nesting.parts.filter((part) => isInBody(part, id, field))
  if (owners.length === 0) {
    nesting.holesToParts += 1
    nesting.parts.push({ shell: id, holes: [] })
    return
  }
  const shell = field.smallestOf(owners.map((part) => part.shell))
  owners.find((part) => part.shell === shell)?.holes.push(id)
  nesting.holesMoved += 1
}

/**
 * Finds out what each ring of a feature is by where it lies, not by winding, order or label:
 * within one listed polygon rings alternate shell, hole, island; a listed hole outside its shell
 * is a hole of the part it lies in, or else a part of its own; a part that lies in the body of
 * another adds nothing and is dropped. `touching` tells whether two rings meet.
 */
export function nestRings(
  rings: readonly NestRing[],
  touching: (a: number, b: number) => boolean,
): Nesting {
  const field = fieldOf(rings, touching)
  const nesting: Nesting = {
    parts: [],
    shellsNotFirst: 0,
    holesToParts: 0,
    holesMoved: 0,
    islandsInHoles: 0,
    partsSwallowed: 0,
  }
  const idsByPolygon: number[][] = []
  for (const [id, { polygon }] of rings.entries()) {
    const ids = idsByPolygon[polygon] ?? []
    ids.push(id)
    idsByPolygon[polygon] = ids
  }
  const outsideHoles = idsByPolygon.flatMap((ids) => nestPolygon(ids, field, nesting))
  for (const id of outsideHoles) placeOutsideHole(id, field, nesting)

  const all = nesting.parts
  nesting.parts = all.filter(
    (part) => !all.some((other) => other !== part && isInBody(other, part.shell, field)),
  )
  nesting.partsSwallowed = all.length - nesting.parts.length
  return nesting
}
