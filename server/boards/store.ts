import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/database'

export interface BoardQuery {
  readonly role: 'promoter' | 'volunteer'
  readonly measure: 'recruits' | 'points'
  readonly period: string
}

export interface BoardRow {
  readonly member_id: string
  readonly external_id: string | null
  readonly name: string
  readonly unit: string | null
  readonly score: number
  readonly rank: number
}

/**
 * People who are on no board: closed accounts, people who may approve or adjust, and those whose
 * org has switched its boards off. They are few, so they are subtracted, never searched for.
 */
const leftOut = sql`(select id as member_id from member where closed_at is not null
  union select member_id from role_assignment
    where until is null and role in ('super_admin', 'station_chief')
  union select p.member_id from promoter p join org o on o.id = p.org_id where not o.boards_on
  union select b.volunteer_id from binding b join org o on o.id = b.org_id where not o.boards_on)`

/** All rows of a board's index, in the words of that index. */
const scored = ({ role, measure, period }: BoardQuery) =>
  sql`s.role = ${role} and s.period = ${period} and s.${sql.ref(measure)} > 0`

/** Who stands on a board, with a score above zero; `best` rises as scores fall. */
function standing(query: BoardQuery): RawBuilder<unknown> {
  const measure = sql.ref(query.measure)
  return sql`
    select s.member_id, s.${measure} as score, -s.${measure} as best, s.reached_at from score s
    where ${scored(query)}
      and not exists (select 1 from ${leftOut} x where x.member_id = s.member_id)`
}

/** How many stand before a `best` (null: everybody): all of the index less the few left out. */
function countBefore(query: BoardQuery, best: RawBuilder<unknown> | null): RawBuilder<number> {
  const among = best
    ? sql`${scored(query)} and -s.${sql.ref(query.measure)} < ${best}`
    : scored(query)
  return sql<number>`((select count(*) from score s where ${among})
    - (select count(*) from ${leftOut} x join score s on s.member_id = x.member_id
        where ${among}))::int`
}

/** Names for the board: volunteers without consent have no stable pseudonym to be followed by. */
function named(role: BoardQuery['role'], rows: RawBuilder<unknown>): RawBuilder<BoardRow> {
  return sql<BoardRow>`
    select r.member_id, member.external_id, r.score::int as score, r.rank::int as rank,
      case when ${role} = 'volunteer' and not exists (select 1 from consent c
          where c.member_id = member.id and c.kind = 'public_name' and c.withdrawn_at is null)
        then '一位志愿者' else coalesce(member.public_name, member.nickname) end as name,
      coalesce(po.name, bo.name) as unit
    from (${rows}) r
    join member on member.id = r.member_id
    left join promoter p on ${role} = 'promoter' and p.member_id = r.member_id
    left join org po on po.id = p.org_id
    left join binding b on ${role} = 'volunteer' and b.volunteer_id = r.member_id
    left join org bo on bo.id = b.org_id
    order by r.best, r.reached_at, r.member_id`
}

/** Equal scores share a rank (1, 1, 3); within a tie, who got there first stands above. */
export async function topRows(tx: Tx, query: BoardQuery, limit: number): Promise<BoardRow[]> {
  const first = sql`
    select t.*, rank() over (order by best) as rank from (
      ${standing(query)} order by best, s.reached_at, s.member_id limit ${limit}) t`
  return (await named(query.role, first).execute(tx)).rows
}

export async function countStanding(tx: Tx, query: BoardQuery): Promise<number> {
  const { rows } = await sql<{ n: number }>`select ${countBefore(query, null)} as n`.execute(tx)
  return rows[0]?.n ?? 0
}

/** My rank and the next higher score; null when I am not on the board. */
export async function standingOf(tx: Tx, query: BoardQuery, memberId: string) {
  const { rows } = await sql<{ score: number; rank: number; next: number | null }>`
    with me as (${standing(query)} and s.member_id = ${memberId})
    select me.score::int as score, 1 + ${countBefore(query, sql`me.best`)} as rank,
      (select above.score::int from (${standing(query)} and -s.${sql.ref(query.measure)} < me.best
        order by best desc limit 1) above) as next
    from me`.execute(tx)
  return rows[0] ?? null
}

/** Two above me, me, two below; empty when I am not on the board. */
export async function rowsNear(tx: Tx, query: BoardQuery, memberId: string): Promise<BoardRow[]> {
  // As text: a date of JavaScript would cut the microseconds that decide a tie.
  const { rows } = await sql<{ best: string; reached: string }>`
    select best, reached_at::text as reached
    from (${standing(query)} and s.member_id = ${memberId}) me`.execute(tx)
  const me = rows[0]
  if (!me) return []
  const place = sql`(-s.${sql.ref(query.measure)}, s.reached_at, s.member_id)`
  const mine = sql`(${me.best}::bigint, ${me.reached}::timestamptz, ${memberId}::uuid)`
  const around = sql`
    with around as (
      (${standing(query)} and ${place} < ${mine}
        order by best desc, s.reached_at desc, s.member_id desc limit 2)
      union all (${standing(query)} and ${place} >= ${mine}
        order by best, s.reached_at, s.member_id limit 3)),
    -- Counted once for equal scores, not once a row.
    places as materialized (
      select best, 1 + ${countBefore(query, sql`each.best`)} as rank
      from (select distinct best from around) each)
    select around.*, places.rank from around join places using (best)`
  return (await named(query.role, around).execute(tx)).rows
}

export async function recruitsOn(
  tx: Tx,
  role: 'promoter' | 'volunteer',
  memberId: string,
  periods: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('score')
    .select(['period', 'recruits'])
    .where('role', '=', role)
    .where('member_id', '=', memberId)
    .where('period', 'in', periods)
    .execute()
  return new Map(rows.map((row) => [row.period, Number(row.recruits)]))
}
