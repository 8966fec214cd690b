import { sql } from 'kysely'
import { displayName } from '../members/store'
import type { Tx } from '../platform/database'
import type { Scope } from '../platform/scope'

export async function insertCode(
  tx: Tx,
  code: {
    id: string
    scene: string
    kind: 'live' | 'poster'
    promoterId: string | null
    orgId: string
    fenceId: string | null
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('code')
    .values({
      id: code.id,
      scene: code.scene,
      kind: code.kind,
      promoter_id: code.promoterId,
      org_id: code.orgId,
      fence_id: code.fenceId,
      valid_from: code.now,
      created_at: code.now,
    })
    .execute()
}

const state = sql<'active' | 'revoked' | 'expired'>`case
  when code.revoked_at is not null then 'revoked'
  when code.valid_to is not null and code.valid_to <= now() then 'expired'
  else 'active' end`

const codeColumns = (tx: Tx) =>
  tx
    .selectFrom('code')
    .innerJoin('org', 'org.id', 'code.org_id')
    .leftJoin('fence', 'fence.id', 'code.fence_id')
    .leftJoin('member', 'member.id', 'code.promoter_id')
    .select([
      'code.id',
      'scene',
      'code.kind',
      state.as('state'),
      'promoter_id',
      'code.org_id',
      'org.kind as org_kind',
      'org.name as org_name',
      'code.fence_id',
      'fence.kind as fence_kind',
      'fence.name as fence_name',
      displayName.as('promoter_name'),
      'code.valid_from',
      'code.valid_to',
      'revoked_reason',
      sql<string>`code.created_at::text`.as('created_key'),
    ])

export type CodeRow = NonNullable<Awaited<ReturnType<typeof codeByScene>>>

export async function codeByScene(tx: Tx, scene: string) {
  return codeColumns(tx).where('scene', '=', scene).executeTakeFirst()
}

export async function codeById(tx: Tx, id: string) {
  return codeColumns(tx).where('code.id', '=', id).executeTakeFirst()
}

/** The promoter's newest code; a revoked one is shown too, so that its owner learns of it. */
export async function codeOfPromoter(tx: Tx, promoterId: string) {
  return codeColumns(tx)
    .where('promoter_id', '=', promoterId)
    .orderBy('code.created_at', 'desc')
    .executeTakeFirst()
}

export async function codesInScope(
  tx: Tx,
  filter: {
    scope: Scope
    state?: 'active' | 'revoked' | 'expired'
    after: readonly [string, string] | null
    limit: number
  },
) {
  let query = codeColumns(tx)
  if (!filter.scope.everything)
    query = query.where(sql<boolean>`code.org_id = any(${filter.scope.orgIds}::uuid[])`)
  if (filter.state) query = query.where(sql<boolean>`${state} = ${filter.state}`)
  if (filter.after) {
    const [at, id] = filter.after
    query = query.where(
      sql<boolean>`(code.created_at, code.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  return query
    .orderBy('code.created_at', 'desc')
    .orderBy('code.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}

/** False when it was revoked already. */
export async function revokeCode(
  tx: Tx,
  revocation: { id: string; by: string; reason: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('code')
    .set({
      revoked_at: revocation.now,
      revoked_by: revocation.by,
      revoked_reason: revocation.reason,
    })
    .where('id', '=', revocation.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
