import Flatbush from 'flatbush'
import { type MultiPolygon, metersPerDegree } from '../../domain/fences/geometry'
import type { FenceKind } from '../../domain/fences/verdict'
import { distanceToOutlineMeters, type PreparedOutline, prepareOutline } from './prepared-outline'

/** The current version of a fence, without its outline. */
export interface IndexedFence {
  fenceId: string
  version: number
  kind: FenceKind
  orgId: string
  areaId: string | null
  name: string
  areaSquareMeters: number
  createdAtMs: number
}

export interface FenceRow extends IndexedFence {
  /** GCJ-02, as repairGeometry gives it. */
  multipolygon: MultiPolygon
}

export interface FenceWithDistance {
  fence: IndexedFence
  /** Metres to the border: negative inside, 0 on it. */
  distanceMeters: number
}

export interface FenceIndex {
  readonly size: number
  /**
   * The fences that hold a GCJ-02 point or whose border is at most radiusMeters away, nearest
   * (deepest) first, ties in the order of the rows. Exact: equal to asking the domain one by one.
   */
  near(lng: number, lat: number, radiusMeters: number): FenceWithDistance[]
}

interface Entry {
  fence: IndexedFence
  outline: PreparedOutline
}

function boxOf(ring: readonly (readonly [number, number])[]): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (const [lng, lat] of ring) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

/** Lays the fences out in memory: a tree over the boxes of their parts, and each outline's runs. */
export function buildFenceIndex(rows: readonly FenceRow[]): FenceIndex {
  const entries = rows.map(
    ({ multipolygon, ...fence }): Entry => ({ fence, outline: prepareOutline(multipolygon) }),
  )
  const parts = rows.flatMap(({ multipolygon }, entry) =>
    multipolygon.map(([shell = []]) => ({ entry, box: boxOf(shell) })),
  )
  if (parts.length === 0) return { size: rows.length, near: () => [] }
  const tree = new Flatbush(parts.length)
  for (const { box } of parts) tree.add(...box)
  tree.finish()

  return {
    size: rows.length,
    near(lng, lat, radiusMeters) {
      const scale = metersPerDegree(lat)
      const dx = radiusMeters / scale.lng
      const dy = radiusMeters / scale.lat
      const found = tree.search(lng - dx, lat - dy, lng + dx, lat + dy)
      const hits = new Set(found.map((part) => parts[part]?.entry ?? 0))
      const answer: FenceWithDistance[] = []
      for (const hit of [...hits].sort((a, b) => a - b)) {
        const entry = entries[hit]
        if (entry === undefined) continue
        const distanceMeters = distanceToOutlineMeters(entry.outline, lng, lat)
        if (distanceMeters <= radiusMeters) answer.push({ fence: entry.fence, distanceMeters })
      }
      return answer.sort((a, b) => a.distanceMeters - b.distanceMeters)
    },
  }
}
