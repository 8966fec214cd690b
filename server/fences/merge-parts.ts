import { type Geom, union } from 'polyclip-ts'
import type { MultiPolygon, Polygon, Ring } from '../../domain/fences/geometry'
import type { RingContact } from './find-contacts'
import type { NestedPart } from './nest-rings'
import { GeometryRefused } from './refusal'

/** Exact arithmetic takes about 30 µs a vertex; beyond this a person had better look first. */
const MERGE_VERTICES_MAX = 200_000

/** Groups parts whose rings meet; a part whose own rings meet is a group too. */
function groupsOf(parts: readonly NestedPart[], contacts: readonly RingContact[]) {
  const partOfRing = new Map<number, number>()
  for (const [part, { shell, holes }] of parts.entries()) {
    for (const ring of [shell, ...holes]) partOfRing.set(ring, part)
  }
  const leader = parts.map((_, part) => part)
  const leaderOf = (part: number): number => {
    let at = part
    while (leader[at] !== undefined && leader[at] !== at) at = leader[at] ?? at
    return at
  }
  const met = new Set<number>()
  for (const contact of contacts) {
    const a = partOfRing.get(contact.a)
    const b = partOfRing.get(contact.b)
    if (a === undefined || b === undefined) continue
    met.add(a).add(b)
    leader[leaderOf(b)] = leaderOf(a)
  }
  const membersByLeader = new Map<number, number[]>()
  for (const part of met) {
    const members = membersByLeader.get(leaderOf(part)) ?? []
    membersByLeader.set(leaderOf(part), [...members, part])
  }
  return { met, groups: [...membersByLeader.values()] }
}

function mergeGroup(group: Polygon[]): MultiPolygon {
  const vertices = group.flat().reduce((sum, ring) => sum + ring.length, 0)
  if (vertices > MERGE_VERTICES_MAX) {
    throw new GeometryRefused('GEOMETRY_TOO_LARGE', '边界有相交且顶点太多，请先简化边界')
  }
  const [first, ...rest]: Geom[] = group
  try {
    return first === undefined ? [] : union(first, ...rest)
  } catch {
    throw new GeometryRefused('GEOJSON_INVALID', '边界相交处无法自动修复，请在地图软件中修正')
  }
}

/**
 * Makes parts whose rings cross, overlap or touch into parts that do not: their union, holes
 * taken away first, area covered twice counted once. Parts that meet nothing stay as they are.
 */
export function mergeParts(
  parts: readonly NestedPart[],
  rings: readonly Ring[],
  contacts: readonly RingContact[],
): MultiPolygon {
  const polygonOf = (part: NestedPart | undefined): Polygon =>
    part === undefined ? [] : [part.shell, ...part.holes].map((ring) => rings[ring] ?? [])
  const { met, groups } = groupsOf(parts, contacts)
  const untouched = parts.filter((_, part) => !met.has(part)).map(polygonOf)
  const merged = groups.flatMap((group) => mergeGroup(group.map((part) => polygonOf(parts[part]))))
  return [...untouched, ...merged]
}
