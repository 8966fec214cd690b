import type { Crs } from '../../domain/fences/coordinates'
import type { MultiPolygon } from '../../domain/fences/geometry'
import { chainOf } from '../areas/store'
import type { Tx } from '../platform/database'
import type { Tables } from '../platform/tables'

export interface StandingFence {
  id: string
  version: number
  originalHash: Buffer
  originalCrs: Crs
}

/** An area that is there already below the parent of an import. */
export interface StandingArea {
  id: string
  name: string
  /** The area's fence as it stands, without its outline. */
  fence: StandingFence | null
}

/** The first few areas of a level: whether there is one, and only one. */
export async function someAreas(tx: Tx, level: Tables['area']['level']) {
  return tx
    .selectFrom('area')
    .select(['id', 'path'])
    .where('level', '=', level)
    .orderBy('path')
    .limit(4)
    .execute()
}

/** Every area directly below a parent (null: below none), with the fence that stands for it. */
export async function standingAreas(tx: Tx, parentId: string | null): Promise<StandingArea[]> {
  const rows = await tx
    .selectFrom('area')
    .leftJoin('fence', (join) =>
      join.onRef('fence.area_id', '=', 'area.id').on('fence.kind', '=', 'area'),
    )
    .leftJoin('fence_version as v', (join) =>
      join.onRef('v.fence_id', '=', 'fence.id').onRef('v.version', '=', 'fence.version'),
    )
    .select(['area.id', 'area.name', 'v.fence_id', 'v.version', 'original_hash', 'original_crs'])
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .orderBy('area.name')
    .execute()
  return rows.map(({ id, name, fence_id, version, original_hash, original_crs }) => ({
    id,
    name,
    fence:
      fence_id === null || version === null || original_hash === null || original_crs === null
        ? null
        : { id: fence_id, version, originalHash: original_hash, originalCrs: original_crs },
  }))
}

/** The outline of one version, GCJ-02: read one at a time, as a county's may be megabytes. */
export async function outlineOf(tx: Tx, fence: Pick<StandingFence, 'id' | 'version'>) {
  const row = await tx
    .selectFrom('fence_version')
    .select('outline')
    .where('fence_id', '=', fence.id)
    .where('version', '=', fence.version)
    .executeTakeFirstOrThrow()
  return row.outline as MultiPolygon
}

/** The outline of an area, or of the nearest one above it that has a fence; null without any. */
export async function outlineAbove(
  tx: Tx,
  areaId: string,
): Promise<{ name: string; outline: MultiPolygon } | null> {
  for (const { id, name } of await chainOf(tx, areaId)) {
    const fence = await tx
      .selectFrom('fence')
      .select(['id', 'version'])
      .where('kind', '=', 'area')
      .where('area_id', '=', id)
      .executeTakeFirst()
    if (fence) return { name, outline: await outlineOf(tx, fence) }
  }
  return null
}
