import { sql } from 'kysely'
import type { Standing } from '../../domain/history/standing'
import type { Tx } from '../platform/database'

export interface HistoryScan {
  readonly eventId: string
  readonly occurredAt: string
  readonly receivedAt: string
  readonly promoter: string
  readonly volunteer: string
  readonly kind: string
  readonly verdict: 'inside' | 'near' | 'outside' | 'unknown' | 'placeless'
  readonly fenceId: string | null
  readonly cell: string | null
  readonly distanceBucket: number | null
  readonly standing: Standing
}

/**
 * The rows of the file in hand wait in a table that only this connection sees: a killed import
 * leaves none behind, and nothing of a half-read file is ever settled.
 */
export async function openStaging(tx: Tx): Promise<void> {
  await sql`create temporary table incoming_scan (
    event_id text not null, occurred_at timestamptz not null, received_at timestamptz not null,
    promoter text not null, volunteer text not null, kind text not null, verdict text not null,
    fence_id uuid, cell text, distance_bucket int, standing text not null)`.execute(tx)
}

export async function stageScans(tx: Tx, scans: readonly HistoryScan[]): Promise<void> {
  const texts = (of: keyof HistoryScan) => sql`${scans.map((scan) => scan[of])}::text[]`
  await sql`insert into incoming_scan
    select id, occurred::timestamptz, received::timestamptz, promoter, volunteer, kind, verdict,
      fence::uuid, cell, bucket::int, standing
    from unnest(${texts('eventId')}, ${texts('occurredAt')}, ${texts('receivedAt')},
      ${texts('promoter')}, ${texts('volunteer')}, ${texts('kind')}, ${texts('verdict')},
      ${texts('fenceId')}, ${texts('cell')}, ${texts('distanceBucket')}, ${texts('standing')})
      as t (id, occurred, received, promoter, volunteer, kind, verdict, fence, cell, bucket,
        standing)`.execute(tx)
}

/**
 * Leaves in fresh_scan one row for each event id that no import has settled before. Of several
 * with one id the smallest, by time and then by content, stays, whatever their order in the file.
 * Names are compared byte by byte, because an order must not depend on a server's locale.
 */
export async function siftScans(tx: Tx): Promise<{ fresh: number; known: number }> {
  // Sorting a million rows in the default 4 MB would go through the disk many times.
  await sql`set local work_mem = '64MB'`.execute(tx)
  await sql`analyze incoming_scan`.execute(tx)
  await sql`create temporary table fresh_scan as
    select one.* from (select distinct on (event_id collate "C") * from incoming_scan
      order by event_id collate "C", occurred_at, received_at, promoter collate "C",
        volunteer collate "C", kind collate "C", verdict collate "C", fence_id, cell collate "C",
        distance_bucket) one
    where not exists (select 1 from history_event h where h.event_id = one.event_id)`.execute(tx)
  await sql`analyze fresh_scan`.execute(tx)
  const { rows } = await sql<{ fresh: number; known: number }>`select
    (select count(*)::int from fresh_scan) as fresh,
    (select count(*)::int from history_event h
      where exists (select 1 from incoming_scan i where i.event_id = h.event_id)) as known`.execute(
    tx,
  )
  return rows[0] ?? { fresh: 0, known: 0 }
}

/** How many event ids came with more than one content, in this file or an earlier one. */
export async function countContradicting(tx: Tx): Promise<number> {
  await sql`set local work_mem = '64MB'`.execute(tx)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select event_id from (
        select event_id, occurred_at, received_at, promoter, volunteer, kind from incoming_scan
        union select event_id, occurred_at, received_at, promoter, volunteer, kind
        from history_event h where exists (select 1 from incoming_scan i where i.event_id = h.event_id)
      ) contents group by event_id having count(*) > 1) ids`.execute(tx)
  return rows[0]?.n ?? 0
}

/** The size of fresh_scan in pages of the database, by which fileScans takes its parts. */
export async function pagesOfFresh(tx: Tx): Promise<number> {
  const { rows } = await sql<{ pages: number }>`select (pg_relation_size('pg_temp.fresh_scan')
    / current_setting('block_size')::int)::int as pages`.execute(tx)
  return rows[0]?.pages ?? 0
}

/**
 * Keeps the scans of some pages of fresh_scan for good, each with why it counted or did not, and
 * counts them by that outcome. Scans kept already are passed over.
 */
export async function fileScans(
  tx: Tx,
  pages: { from: number; to: number },
  doubleTapSeconds: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ outcome: string; n: number }>`
    with filed as (
      insert into history_event (event_id, occurred_at, received_at, promoter, volunteer, kind,
        verdict, fence_id, cell, distance_bucket, outcome)
      select f.event_id, f.occurred_at, f.received_at, f.promoter, f.volunteer, f.kind, f.verdict,
        f.fence_id, f.cell, f.distance_bucket, case
          when f.standing <> 'valid' then f.standing
          when b.volunteer_id is null then 'staff'
          when b.promoter_id is distinct from p.id then 'other_promoter'
          when abs(extract(epoch from f.occurred_at - b.bound_at)) <= ${doubleTapSeconds}
            then 'double_tap'
          else 'later_scan' end
      from fresh_scan f
      left join member p on p.external_id = f.promoter
      left join member v on v.external_id = f.volunteer
      left join binding b on b.volunteer_id = v.id
      where f.ctid >= ${`(${pages.from},0)`}::tid and f.ctid < ${`(${pages.to},0)`}::tid
      on conflict (event_id) do nothing returning outcome)
    select outcome, count(*)::int as n from filed group by outcome`.execute(tx)
  return new Map(rows.map(({ outcome, n }) => [outcome, n]))
}

/** Fresh statistics: after so many new rows the boards' queries need them before autovacuum comes. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`analyze member, promoter, role_assignment, binding, ledger_entry, score,
    history_event`.execute(tx)
}
