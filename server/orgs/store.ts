import { sql } from 'kysely'
import type { Tx } from '../platform/database'
import type { Tables } from '../platform/tables'

const FENCES_SHOWN = 20

export async function orgsAfter(tx: Tx, after: readonly [string, string] | null, limit: number) {
  let query = tx.selectFrom('org').select([
    'id',
    'kind',
    'name',
    'code',
    'parent_id',
    'open',
    sql<{ id: string; kind: 'area' | 'site'; name: string }[]>`coalesce((
        select jsonb_agg(shown) from (select id, kind, name from fence
          where fence.org_id = org.id order by kind desc, name limit ${FENCES_SHOWN}) shown), '[]')`.as(
      'fences',
    ),
  ])
  if (after) query = query.where(sql<boolean>`(name, id) > (${after[0]}, ${after[1]}::uuid)`)
  return query
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

export async function orgById(tx: Tx, id: string) {
  return tx
    .selectFrom('org')
    .select(['id', 'kind', 'name', 'open', 'boards_on'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** An org by its code, else by its name. */
export async function orgByCodeOrName(tx: Tx, text: string) {
  return tx
    .selectFrom('org')
    .select(['id', 'kind', 'name', 'code'])
    .where((eb) => eb.or([eb('code', '=', text), eb('name', '=', text)]))
    .orderBy(sql`code = ${text}`, 'desc')
    .executeTakeFirst()
}

export async function allOrgs(tx: Tx) {
  return tx.selectFrom('org').select(['id', 'code', 'name', 'kind']).orderBy('code').execute()
}

export async function upsertOrg(
  tx: Tx,
  org: {
    id: string
    parentId: string | null
    kind: Tables['org']['kind']
    code: string
    name: string
    areaId: string | null
  },
): Promise<string> {
  await tx
    .insertInto('org')
    .values({
      id: org.id,
      parent_id: org.parentId,
      kind: org.kind,
      code: org.code,
      name: org.name,
      area_id: org.areaId,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  const row = await tx
    .selectFrom('org')
    .select('id')
    .where('code', '=', org.code)
    .executeTakeFirstOrThrow()
  return row.id
}
