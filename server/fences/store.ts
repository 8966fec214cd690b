import { sql } from 'kysely'
import type { MultiPolygon } from '../../domain/fences/geometry'
import type { Tx } from '../platform/database'
import type { Scope } from '../platform/scope'

export async function fenceEpoch(tx: Tx): Promise<string> {
  const row = await tx.selectFrom('fence_epoch').select('epoch').executeTakeFirstOrThrow()
  return row.epoch
}

/** Every process that holds fences in memory reloads them at its next look. */
export async function bumpFenceEpoch(tx: Tx): Promise<void> {
  await sql`update fence_epoch set epoch = epoch + 1`.execute(tx)
}

/** The current version of each fence that is valid now. */
export async function currentFences(tx: Tx, now: Date) {
  const rows = await tx
    .selectFrom('fence')
    .innerJoin('fence_version', (join) =>
      join
        .onRef('fence_version.fence_id', '=', 'fence.id')
        .onRef('fence_version.version', '=', 'fence.version'),
    )
    .select([
      'fence.id',
      'fence.version',
      'kind',
      'org_id',
      'area_id',
      'name',
      'fence.created_at',
      'area_square_meters',
      'outline',
    ])
    .where('valid_from', '<=', now)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', now)]))
    .orderBy('fence.id')
    .execute()
  return rows.map((row) => ({
    fenceId: row.id,
    version: row.version,
    kind: row.kind,
    orgId: row.org_id,
    areaId: row.area_id,
    name: row.name,
    createdAtMs: row.created_at.getTime(),
    areaSquareMeters: row.area_square_meters,
    multipolygon: row.outline as MultiPolygon,
  }))
}

export async function fenceById(tx: Tx, id: string) {
  return tx
    .selectFrom('fence')
    .select(['id', 'kind', 'name', 'org_id', 'area_id', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function fencesInScope(
  tx: Tx,
  filter: {
    scope: Scope
    text?: string
    after: readonly [string, string] | null
    limit: number
  },
) {
  let query = tx
    .selectFrom('fence')
    .innerJoin('org', 'org.id', 'fence.org_id')
    .innerJoin('fence_version as v', (join) =>
      join.onRef('v.fence_id', '=', 'fence.id').onRef('v.version', '=', 'fence.version'),
    )
    .select([
      'fence.id',
      'fence.kind',
      'fence.name',
      'fence.version',
      'valid_from',
      'valid_to',
      'org.id as org_id',
      'org.kind as org_kind',
      'org.name as org_name',
      'v.area_square_meters',
      'v.vertices',
      'v.repairs',
      sql<number>`(select count(*)::int from recruitment r where r.place_fence_id = fence.id)`.as(
        'recruitments',
      ),
    ])
  if (!filter.scope.everything)
    query = query.where(sql<boolean>`fence.org_id = any(${filter.scope.orgIds}::uuid[])`)
  if (filter.text)
    query = query.where('fence.name', 'like', `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`)
  if (filter.after)
    query = query.where(
      sql<boolean>`(fence.name, fence.id) > (${filter.after[0]}, ${filter.after[1]}::uuid)`,
    )
  return query
    .orderBy('fence.name')
    .orderBy('fence.id')
    .limit(filter.limit + 1)
    .execute()
}

/** One outline; lists leave it out, because a county's outlines are megabytes. */
export async function outlineOf(tx: Tx, fence: { id: string; version: number }) {
  const row = await tx
    .selectFrom('fence_version')
    .select('outline')
    .where('fence_id', '=', fence.id)
    .where('version', '=', fence.version)
    .executeTakeFirstOrThrow()
  return row.outline as MultiPolygon
}
