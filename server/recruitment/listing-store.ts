import { sql } from 'kysely'
import type { Tx } from '../platform/database'
import type { Scope } from '../platform/scope'
import type { RecruitmentState } from '../platform/tables'

type Outcome = 'credited' | 'held' | 'refused'

export async function newestOfPromoter(tx: Tx, promoterId: string, limit: number) {
  return tx
    .selectFrom('recruitment as r')
    .innerJoin('member as learner', 'learner.id', 'r.member_id')
    .leftJoin('fence', 'fence.id', 'r.place_fence_id')
    .select([
      'r.scanned_at',
      'r.state',
      'r.reasons',
      'fence.name as fence_name',
      'learner.nickname as name',
    ])
    .$narrowType<{ state: Outcome }>()
    .where('promoter_id', '=', promoterId)
    .where('state', 'in', ['credited', 'held', 'refused'])
    .orderBy('scanned_at', 'desc')
    .limit(limit)
    .execute()
}

export async function outcomesOfPromoter(tx: Tx, promoterId: string) {
  const row = await tx
    .selectFrom('recruitment')
    .select([
      sql<number>`count(*) filter (where state = 'held')::int`.as('held'),
      sql<number>`count(*) filter (where state = 'refused')::int`.as('refused'),
    ])
    .where('promoter_id', '=', promoterId)
    .executeTakeFirst()
  return row ?? { held: 0, refused: 0 }
}

export async function recruitmentsInScope(
  tx: Tx,
  filter: {
    scope: Scope
    state?: RecruitmentState
    after: readonly [string, string] | null
    limit: number
  },
) {
  let query = tx
    .selectFrom('recruitment as r')
    .innerJoin('org', 'org.id', 'r.org_id')
    .innerJoin('member as learner', 'learner.id', 'r.member_id')
    .leftJoin('member as teacher', 'teacher.id', 'r.promoter_id')
    .leftJoin('fence', 'fence.id', 'r.fence_id')
    .select([
      'r.id',
      'r.state',
      'r.reasons',
      'r.place_verdict',
      'r.scanned_at',
      'r.decided_at',
      'r.org_id',
      'org.kind as org_kind',
      'org.name as org_name',
      'fence.name as fence_name',
      'learner.nickname as learner_name',
      sql<string | null>`coalesce(teacher.public_name, teacher.nickname)`.as('promoter_name'),
      sql<string>`r.scanned_at::text`.as('scanned_key'),
    ])
  if (!filter.scope.everything)
    query = query.where(sql<boolean>`r.org_id = any(${filter.scope.orgIds}::uuid[])`)
  if (filter.state) query = query.where('r.state', '=', filter.state)
  if (filter.after) {
    const [at, id] = filter.after
    query = query.where(sql<boolean>`(r.scanned_at, r.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  return query
    .orderBy('r.scanned_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}
