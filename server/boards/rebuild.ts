import { sql } from 'kysely'
import { periodsOfEntry } from '../ledger/store'
import type { Tx } from '../platform/database'

export interface RebuildReport {
  readonly entries: number
  readonly rows: number
  /** Rows that were missing, wrong or too many before. */
  readonly differed: number
}

/**
 * Recomputes every score from the ledger, says how many rows differed, and puts the recomputed ones
 * in their place. Writers wait for it; readers see the old rows until it commits.
 */
export async function rebuildScores(tx: Tx): Promise<RebuildReport> {
  await sql`lock table ledger_entry in share mode`.execute(tx)
  await sql`lock table score in share row exclusive mode`.execute(tx)
  await sql`create temporary table recomputed on commit drop as
    select e.role, p.period, e.member_id, sum(e.points)::bigint as points,
      sum(e.recruits)::bigint as recruits, max(e.at) as reached_at
    from ledger_entry e cross join lateral ${periodsOfEntry} p
    group by e.role, p.period, e.member_id`.execute(tx)
  const { rows } = await sql<{ entries: number; rows: number; differed: number }>`select
    (select count(*)::int from ledger_entry) as entries,
    (select count(*)::int from recomputed) as rows,
    (select count(*)::int from recomputed r full join score s
      on s.role = r.role and s.period = r.period and s.member_id = r.member_id
      where (s.points, s.recruits, s.reached_at) is distinct from (r.points, r.recruits, r.reached_at)
    ) as differed`.execute(tx)
  const report = rows[0]
  if (!report) throw new Error('an aggregate always has a row')
  if (report.differed > 0) {
    await sql`delete from score`.execute(tx)
    await sql`insert into score (role, period, member_id, points, recruits, reached_at)
      select role, period, member_id, points, recruits, reached_at from recomputed`.execute(tx)
  }
  return report
}
