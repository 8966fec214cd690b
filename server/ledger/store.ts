import { type OperationNodeSource, sql } from 'kysely'
import type { CreditEntry } from '../../domain/ledger/entries-for-credit'
import { displayName } from '../members/store'
import type { Tx } from '../platform/database'

export interface Posting {
  readonly entries: readonly CreditEntry[]
  readonly source: { readonly kind: 'recruitment' | 'history'; readonly id: string }
  readonly fenceId: string | null
  readonly ruleVersion: string
  readonly at: Date
}

/** Adds entries and moves the scores they count in; an entry that is there already moves nothing. */
export async function postEntries(tx: Tx, posting: Posting): Promise<void> {
  const added = tx
    .insertInto('ledger_entry')
    .values(
      posting.entries.map((entry) => ({
        member_id: entry.memberId,
        key: entry.key,
        counter_account: 'issued' as const,
        what: entry.what,
        role: entry.role,
        points: entry.points,
        recruits: entry.recruits,
        source_kind: posting.source.kind,
        source_id: posting.source.id,
        fence_id: posting.fenceId,
        rule_version: posting.ruleVersion,
        at: posting.at,
        recorded_at: sql<Date>`now()`,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['member_id', 'role', 'points', 'recruits', 'at'])
  await addToScores(tx, added)
}

/**
 * The periods of an entry, by the same rule as domain/boards/period.ts: UTC+8, ISO weeks. `e` is
 * a row of ledger_entry.
 */
export const periodsOfEntry = sql`(
  select to_char(local, 'YYYY-MM-DD') as period from (select (e.at at time zone 'UTC') + interval '8 hours' as local) t
  union all select to_char((e.at at time zone 'UTC') + interval '8 hours', 'IYYY-"W"IW')
  union all select to_char((e.at at time zone 'UTC') + interval '8 hours', 'YYYY-MM')
  union all select 'all')`

/**
 * Moves the scores by what `entries` gives: a statement that yields rows of ledger_entry, such as
 * an insert with returning. Rows are taken in one order, so that two postings for the same people
 * cannot deadlock.
 */
export async function addToScores(tx: Tx, entries: OperationNodeSource): Promise<void> {
  await sql`
    with e as (${entries})
    insert into score (role, period, member_id, points, recruits, reached_at)
    select e.role, p.period, e.member_id, sum(e.points), sum(e.recruits), max(e.at)
    from e cross join lateral ${periodsOfEntry} p
    group by e.role, p.period, e.member_id
    order by e.role, p.period, e.member_id
    on conflict (role, period, member_id) do update set
      points = score.points + excluded.points,
      recruits = score.recruits + excluded.recruits,
      reached_at = greatest(score.reached_at, excluded.reached_at)`.execute(tx)
}

type RolePoints = { promoter: number; volunteer: number }

export async function pointsOfMany(tx: Tx, memberIds: readonly string[]) {
  const rows = await tx
    .selectFrom('score')
    .select(['member_id', 'role', 'points'])
    .where('period', '=', 'all')
    .where('role', 'in', ['promoter', 'volunteer'])
    .where(sql<boolean>`member_id = any(${memberIds}::uuid[])`)
    .execute()
  const points = new Map<string, RolePoints>()
  for (const row of rows) {
    const held = points.get(row.member_id) ?? { promoter: 0, volunteer: 0 }
    points.set(row.member_id, { ...held, [row.role]: Number(row.points) })
  }
  return points
}

export async function pointsOf(tx: Tx, memberId: string): Promise<RolePoints> {
  const points = await pointsOfMany(tx, [memberId])
  return points.get(memberId) ?? { promoter: 0, volunteer: 0 }
}

export async function entriesOfMember(
  tx: Tx,
  filter: {
    memberId: string
    before: readonly [at: string, seq: string] | null
    limit: number
  },
) {
  let query = tx
    .selectFrom('ledger_entry as e')
    .leftJoin('fence', 'fence.id', 'e.fence_id')
    .select([
      'e.key',
      'e.seq',
      'e.what',
      'e.role',
      'e.points',
      'e.at',
      sql<string>`e.at::text`.as('at_key'),
      'e.rule_version',
      'e.source_kind',
      'e.source_id',
      'fence.name as fence_name',
    ])
    .where('e.member_id', '=', filter.memberId)
  if (filter.before) {
    const [at, seq] = filter.before
    query = query.where(sql<boolean>`(e.at, e.seq) < (${at}::timestamptz, ${seq}::bigint)`)
  }
  return query
    .orderBy('e.at', 'desc')
    .orderBy('e.seq', 'desc')
    .limit(filter.limit + 1)
    .execute()
}

export async function entriesOfSource(tx: Tx, kind: 'recruitment' | 'history', id: string) {
  return tx
    .selectFrom('ledger_entry as e')
    .innerJoin('member', 'member.id', 'e.member_id')
    .select(['e.what', 'e.points', 'e.at', displayName.as('name')])
    .where('source_kind', '=', kind)
    .where('source_id', '=', id)
    .orderBy('e.seq')
    .execute()
}
