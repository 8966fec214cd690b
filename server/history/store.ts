import { sql } from 'kysely'
import type { Tx } from '../platform/database'

export interface HistoryEvent {
  readonly eventId: string
  readonly occurredAt: string
  readonly receivedAt: string
  readonly promoter: string
  readonly volunteer: string
  readonly kind: string
  readonly verdict: string
  readonly fenceId: string | null
  readonly cell: string | null
  readonly distanceBucket: number | null
  readonly standing: string
}

export interface Staged {
  readonly added: number
  /** Settled by an earlier import. */
  readonly known: number
  /** The id was read before in this file, or by an import that was cut off. */
  readonly repeated: number
}

/**
 * Keeps events until they are settled. Of two with one id the smaller (by time, then by content)
 * stays, whatever their order in the file; a settled one never changes.
 */
export async function stageEvents(tx: Tx, events: readonly HistoryEvent[]): Promise<Staged> {
  const columns = columnsOf(events)
  const known = await sql<{ settled: boolean }>`
    select outcome is not null as settled from history_event
    where event_id = any(${columns.eventId}::text[])`.execute(tx)
  await sql`
    insert into history_event (event_id, occurred_at, received_at, promoter, volunteer, kind,
      verdict, fence_id, cell, distance_bucket, standing)
    select * from unnest(${columns.eventId}::text[], ${columns.occurredAt}::timestamptz[],
      ${columns.receivedAt}::timestamptz[], ${columns.promoter}::text[],
      ${columns.volunteer}::text[], ${columns.kind}::text[], ${columns.verdict}::text[],
      ${columns.fenceId}::uuid[], ${columns.cell}::text[], ${columns.distanceBucket}::int[],
      ${columns.standing}::text[])
    on conflict (event_id) do update set occurred_at = excluded.occurred_at,
      received_at = excluded.received_at, promoter = excluded.promoter,
      volunteer = excluded.volunteer, kind = excluded.kind, verdict = excluded.verdict,
      fence_id = excluded.fence_id, cell = excluded.cell,
      distance_bucket = excluded.distance_bucket, standing = excluded.standing
    where history_event.outcome is null and
      (excluded.occurred_at, excluded.received_at, excluded.promoter, excluded.volunteer,
        excluded.kind, excluded.standing) <
      (history_event.occurred_at, history_event.received_at, history_event.promoter,
        history_event.volunteer, history_event.kind, history_event.standing)`.execute(tx)
  const settled = known.rows.filter((row) => row.settled).length
  return {
    added: events.length - known.rows.length,
    known: settled,
    repeated: known.rows.length - settled,
  }
}

function columnsOf(events: readonly HistoryEvent[]) {
  return {
    eventId: events.map((one) => one.eventId),
    occurredAt: events.map((one) => one.occurredAt),
    receivedAt: events.map((one) => one.receivedAt),
    promoter: events.map((one) => one.promoter),
    volunteer: events.map((one) => one.volunteer),
    kind: events.map((one) => one.kind),
    verdict: events.map((one) => one.verdict),
    fenceId: events.map((one) => one.fenceId),
    cell: events.map((one) => one.cell),
    distanceBucket: events.map((one) => one.distanceBucket),
    standing: events.map((one) => one.standing),
  }
}

export async function countUnsettled(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from history_event where outcome is null`.execute(tx)
  return rows[0]?.n ?? 0
}
