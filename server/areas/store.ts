import { sql } from 'kysely'
import type { Tx } from '../platform/database'
import type { Tables } from '../platform/tables'

const hasChildren = sql<boolean>`exists (select 1 from area below where below.parent_id = area.id)`

export async function areasBelow(tx: Tx, parentId: string | null) {
  return tx
    .selectFrom('area')
    .select(['id', 'level', 'name', 'path', hasChildren.as('hasChildren')])
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .orderBy('name')
    .limit(500)
    .execute()
}

export async function areaById(tx: Tx, id: string) {
  return tx
    .selectFrom('area')
    .select(['id', 'level', 'name', 'path', 'parent_id'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function areasNamedLike(tx: Tx, text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return tx
    .selectFrom('area')
    .select(['id', 'level', 'name', 'path', hasChildren.as('hasChildren')])
    .where('level', 'in', ['town', 'village'])
    .where('name', 'like', pattern)
    .orderBy(sql`length(name)`)
    .orderBy('path')
    .limit(20)
    .execute()
}

/** The area itself first, then each above it. */
export async function chainOf(tx: Tx, areaId: string) {
  const { rows } = await sql<{ id: string; level: Tables['area']['level']; name: string }>`
    with recursive chain as (
      select id, level, name, parent_id, 0 as depth from area where id = ${areaId}
      union all
      select area.id, area.level, area.name, area.parent_id, depth + 1
      from area join chain on area.id = chain.parent_id
    ) select id, level, name from chain order by depth`.execute(tx)
  return rows
}

export async function areaByPath(tx: Tx, path: string) {
  return tx
    .selectFrom('area')
    .select(['id', 'name', 'path'])
    .where('path', '=', path)
    .executeTakeFirst()
}

/** Adds an area below its parent; the one that is there already under the same path is kept. */
export async function upsertArea(
  tx: Tx,
  area: {
    id: string
    parent: { id: string; path: string } | null
    level: Tables['area']['level']
    name: string
    code: string | null
  },
): Promise<{ id: string; path: string }> {
  const path = area.parent ? `${area.parent.path}/${area.name}` : area.name
  await tx
    .insertInto('area')
    .values({
      id: area.id,
      parent_id: area.parent?.id ?? null,
      level: area.level,
      code: area.code,
      name: area.name,
      path,
    })
    .onConflict((conflict) => conflict.column('path').doNothing())
    .execute()
  const row = await tx
    .selectFrom('area')
    .select('id')
    .where('path', '=', path)
    .executeTakeFirstOrThrow()
  return { id: row.id, path }
}
