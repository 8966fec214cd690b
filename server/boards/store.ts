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
 * Who stands on a board: open accounts with a score above zero. People who may approve or adjust
 * are left out, and so are those whose org has switched its boards off.
 */
function standing({ role, measure, period }: BoardQuery): RawBuilder<unknown> {
  return sql`
    select s.member_id, s.${sql.ref(measure)} as score, -s.${sql.ref(measure)} as best, s.reached_at
    from score s
    where s.role = ${role} and s.period = ${period} and s.${sql.ref(measure)} > 0
      and not exists (select 1 from member m where m.id = s.member_id and m.closed_at is not null)
      and not exists (select 1 from role_assignment a where a.member_id = s.member_id
        and a.until is null and a.role in ('super_admin', 'station_chief'))
      and not exists (select 1 from promoter p join org o on o.id = p.org_id
        where p.member_id = s.member_id and not o.boards_on)`
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
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (${standing(query)}) t`.execute(tx)
  return rows[0]?.n ?? 0
}

/** My rank and the next higher score; null when I am not on the board. */
export async function standingOf(tx: Tx, query: BoardQuery, memberId: string) {
  const { rows } = await sql<{ score: number; rank: number; next: number | null }>`
    with board as (${standing(query)}), me as (select * from board where member_id = ${memberId})
    select me.score::int as score,
      (1 + (select count(*) from board where best < me.best))::int as rank,
      (select min(score) from board where best < me.best)::int as next
    from me`.execute(tx)
  return rows[0] ?? null
}

export async function rowsNear(tx: Tx, query: BoardQuery, memberId: string): Promise<BoardRow[]> {
  const around = sql`
    select n.*, 1 + (select count(*) from board where best < n.best) as rank from (
      select * from (select b.* from board b, me
        where (b.best, b.reached_at, b.member_id) < (me.best, me.reached_at, me.member_id)
        order by b.best desc, b.reached_at desc, b.member_id desc limit 2) above
      union all select * from me
      union all select * from (select b.* from board b, me
        where (b.best, b.reached_at, b.member_id) > (me.best, me.reached_at, me.member_id)
        order by b.best, b.reached_at, b.member_id limit 2) below) n`
  const { rows } = await sql<BoardRow>`
    with board as (${standing(query)}), me as (select * from board where member_id = ${memberId})
    ${named(query.role, around)}`.execute(tx)
  return rows
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
