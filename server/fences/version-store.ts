import type { MultiPolygon } from '../../domain/fences/geometry'
import type { Tx } from '../platform/database'

export interface FenceToSave {
  readonly id: string
  readonly kind: 'area' | 'site'
  readonly areaId: string | null
  readonly orgId: string
  readonly name: string
  readonly outline: MultiPolygon
  readonly original: object
  readonly originalCrs: 'wgs84' | 'gcj02' | 'bd09'
  readonly originalHash: Buffer
  readonly areaSquareMeters: number
  readonly vertices: number
  readonly repairs: readonly string[]
  readonly now: Date
}

/**
 * Adds a fence, or a version of the one that stands for the same area (or the same site of the
 * org). The same original again changes nothing.
 */
export async function saveFence(
  tx: Tx,
  fence: FenceToSave,
): Promise<{ id: string; result: 'added' | 'changed' | 'same' }> {
  const standing = await tx
    .selectFrom('fence')
    .select(['id', 'version'])
    .where('kind', '=', fence.kind)
    .where((eb) =>
      fence.kind === 'area'
        ? eb('area_id', '=', fence.areaId)
        : eb.and([eb('org_id', '=', fence.orgId), eb('name', '=', fence.name)]),
    )
    .forUpdate()
    .executeTakeFirst()
  if (standing) {
    const before = await tx
      .selectFrom('fence_version')
      .select(['original_hash', 'original_crs'])
      .where('fence_id', '=', standing.id)
      .where('version', '=', standing.version)
      .executeTakeFirstOrThrow()
    const same =
      before.original_hash.equals(fence.originalHash) && before.original_crs === fence.originalCrs
    if (same) return { id: standing.id, result: 'same' }
    await insertVersion(tx, standing.id, standing.version + 1, fence)
    await tx
      .updateTable('fence')
      .set({ version: standing.version + 1, org_id: fence.orgId })
      .where('id', '=', standing.id)
      .execute()
    return { id: standing.id, result: 'changed' }
  }
  await tx
    .insertInto('fence')
    .values({
      id: fence.id,
      kind: fence.kind,
      area_id: fence.areaId,
      org_id: fence.orgId,
      name: fence.name,
      version: 1,
      valid_from: fence.now,
      created_at: fence.now,
    })
    .execute()
  await insertVersion(tx, fence.id, 1, fence)
  return { id: fence.id, result: 'added' }
}

async function insertVersion(tx: Tx, fenceId: string, version: number, fence: FenceToSave) {
  await tx
    .insertInto('fence_version')
    .values({
      fence_id: fenceId,
      version,
      outline: JSON.stringify(fence.outline),
      original: JSON.stringify(fence.original),
      original_crs: fence.originalCrs,
      original_hash: fence.originalHash,
      area_square_meters: fence.areaSquareMeters,
      vertices: fence.vertices,
      repairs: [...fence.repairs],
      created_at: fence.now,
    })
    .execute()
}
