import { sql } from 'kysely'
import type { Tx } from '../platform/database'
import type { Scope } from '../platform/scope'

const within = (scope: Scope, column: string) =>
  scope.everything
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} = any(${scope.orgIds}::uuid[])`

/** The start of the running ISO week in Asia/Shanghai, as an instant. */
const weekStart = sql`(date_trunc('week', (now() at time zone 'UTC') + interval '8 hours')
  - interval '8 hours') at time zone 'UTC'`

export async function tiles(tx: Tx, scope: Scope) {
  const { rows } = await sql<{
    waiting: number
    held: number
    promoters: number
    volunteers: number
    articles: number
    fences: number
  }>`select
    (select count(*)::int from promoter_application where status = 'waiting' and ${within(scope, 'org_id')}) as waiting,
    (select count(*)::int from recruitment where state = 'held' and ${within(scope, 'org_id')}) as held,
    (select count(*)::int from promoter where left_at is null and ${within(scope, 'org_id')}) as promoters,
    (select count(*)::int from binding where ${within(scope, 'org_id')}) as volunteers,
    (select count(*)::int from article where status = 'published') as articles,
    (select count(*)::int from fence where ${within(scope, 'org_id')}) as fences`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('an aggregate always has a row')
  return row
}

export async function weekCounts(tx: Tx, scope: Scope) {
  const { rows } = await sql<{
    scanned: number
    credited: number
    held: number
    refused: number
    last_week_credited: number
  }>`select
    count(*) filter (where scanned_at >= ${weekStart})::int as scanned,
    count(*) filter (where state = 'credited' and decided_at >= ${weekStart})::int as credited,
    count(*) filter (where state = 'held' and decided_at >= ${weekStart})::int as held,
    count(*) filter (where state = 'refused' and decided_at >= ${weekStart})::int as refused,
    count(*) filter (where state = 'credited' and decided_at < ${weekStart}
      and decided_at >= ${weekStart} - interval '7 days')::int as last_week_credited
    from recruitment where ${within(scope, 'org_id')}`.execute(tx)
  return rows[0] ?? { scanned: 0, credited: 0, held: 0, refused: 0, last_week_credited: 0 }
}

/** The last 14 days of Asia/Shanghai, days without anything included. */
export async function dayCounts(tx: Tx, scope: Scope) {
  const { rows } = await sql<{ day: string; credited: number; held: number; refused: number }>`
    with days as (
      select generate_series(today - 13, today, interval '1 day')::date as day
      from (select ((now() at time zone 'UTC') + interval '8 hours')::date as today) t)
    select to_char(days.day, 'YYYY-MM-DD') as day,
      count(r.id) filter (where r.state = 'credited')::int as credited,
      count(r.id) filter (where r.state = 'held')::int as held,
      count(r.id) filter (where r.state = 'refused')::int as refused
    from days left join recruitment r
      on ((r.decided_at at time zone 'UTC') + interval '8 hours')::date = days.day
      and ${within(scope, 'r.org_id')}
    group by days.day order by days.day`.execute(tx)
  return rows
}

export async function creditedByFence(tx: Tx, scope: Scope) {
  const { rows } = await sql<{ name: string; credited: number }>`
    select fence.name, count(*)::int as credited
    from binding join fence on fence.id = binding.fence_id
    where ${within(scope, 'binding.org_id')}
    group by fence.id, fence.name order by credited desc, fence.name limit 10`.execute(tx)
  return rows
}
