import { sql } from 'kysely'
import { fenceRef } from '../fences/fence-ref'
import { displayName } from '../members/store'
import type { Tx } from '../platform/database'
import type { Scope } from '../platform/scope'

export async function promoterOf(tx: Tx, memberId: string) {
  const row = await tx
    .selectFrom('promoter')
    .innerJoin('org', 'org.id', 'promoter.org_id')
    .leftJoin('fence', 'fence.id', 'promoter.fence_id')
    .select([
      'left_at',
      'org.id as org_id',
      'org.kind as org_kind',
      'org.name as org_name',
      'fence.id as fence_id',
      'fence.kind as fence_kind',
      'fence.name as fence_name',
    ])
    .where('promoter.member_id', '=', memberId)
    .executeTakeFirst()
  if (!row) return null
  return {
    left_at: row.left_at,
    org: { id: row.org_id, kind: row.org_kind, name: row.org_name },
    fence: fenceRef(row),
  }
}

export async function latestApplication(tx: Tx, memberId: string) {
  const row = await tx
    .selectFrom('promoter_application')
    .innerJoin('org', 'org.id', 'promoter_application.org_id')
    .select(['status', 'reason', 'staff_name_cipher', 'org.id', 'org.kind', 'org.name'])
    .where('member_id', '=', memberId)
    .orderBy('applied_at', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const { id, kind, name, ...rest } = row
  return { ...rest, org: { id, kind, name } }
}

/** False when the member has one waiting already: the unique key decides. */
export async function insertApplication(
  tx: Tx,
  application: {
    id: string
    memberId: string
    orgId: string
    fenceId: string | null
    staffNameCipher: Buffer
    note: string
    now: Date
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('promoter_application')
    .values({
      id: application.id,
      member_id: application.memberId,
      org_id: application.orgId,
      fence_id: application.fenceId,
      staff_name_cipher: application.staffNameCipher,
      note: application.note,
      status: 'waiting',
      applied_at: application.now,
    })
    .onConflict((conflict) =>
      conflict.column('member_id').where('status', '=', 'waiting').doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

const applicationColumns = (tx: Tx) =>
  tx
    .selectFrom('promoter_application as a')
    .innerJoin('member', 'member.id', 'a.member_id')
    .innerJoin('org', 'org.id', 'a.org_id')
    .leftJoin('fence', 'fence.id', 'a.fence_id')
    .leftJoin('member as decider', 'decider.id', 'a.decided_by')
    .select([
      'a.id',
      'a.member_id',
      'a.org_id',
      'a.fence_id',
      'a.staff_name_cipher',
      'a.note',
      'a.status',
      'a.applied_at',
      sql<string>`a.applied_at::text`.as('applied_key'),
      'a.decided_at',
      'a.reason',
      displayName.as('name'),
      'org.kind as org_kind',
      'org.name as org_name',
      'fence.kind as fence_kind',
      'fence.name as fence_name',
      'decider.nickname as decider_name',
    ])

export type ApplicationRow = Awaited<ReturnType<typeof applicationOrNull>> & object

export async function applicationOrNull(tx: Tx, id: string) {
  return applicationColumns(tx).where('a.id', '=', id).executeTakeFirst()
}

/** The lock makes two chiefs who decide at once decide one after the other. */
export async function lockApplication(tx: Tx, id: string) {
  await tx
    .selectFrom('promoter_application')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return applicationOrNull(tx, id)
}

export async function applicationsInScope(
  tx: Tx,
  filter: {
    scope: Scope
    status: 'waiting' | 'approved' | 'refused'
    after: readonly [string, string] | null
    limit: number
  },
) {
  let query = applicationColumns(tx).where('a.status', '=', filter.status)
  if (!filter.scope.everything)
    query = query.where(sql<boolean>`a.org_id = any(${filter.scope.orgIds}::uuid[])`)
  if (filter.after) {
    const [at, id] = filter.after
    query = query.where(sql<boolean>`(a.applied_at, a.id) > (${at}::timestamptz, ${id}::uuid)`)
  }
  return query
    .orderBy('a.applied_at')
    .orderBy('a.id')
    .limit(filter.limit + 1)
    .execute()
}

export async function decideApplication(
  tx: Tx,
  decision: {
    id: string
    status: 'approved' | 'refused'
    by: string
    reason: string | null
    now: Date
  },
): Promise<void> {
  await tx
    .updateTable('promoter_application')
    .set({
      status: decision.status,
      decided_by: decision.by,
      reason: decision.reason,
      decided_at: decision.now,
    })
    .where('id', '=', decision.id)
    .execute()
}

export async function upsertPromoter(
  tx: Tx,
  promoter: { memberId: string; orgId: string; fenceId: string | null; now: Date },
): Promise<void> {
  const at = {
    org_id: promoter.orgId,
    fence_id: promoter.fenceId,
    since: promoter.now,
    left_at: null,
  }
  await tx
    .insertInto('promoter')
    .values({ member_id: promoter.memberId, ...at })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(at))
    .execute()
}
