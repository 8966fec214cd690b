import { sql } from 'kysely'
import type { Tx } from '../platform/database'

const BATCH = 500

/** Closes recruitments that ran out, oldest first, at most one batch a call; returns how many. */
export async function expireOpen(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with due as (
      select id from recruitment
      where state in ('scanned', 'consented', 'learned') and expires_at <= ${now}
      order by expires_at limit ${BATCH} for update skip locked),
    closed as (
      update recruitment r set state = 'expired' from due where r.id = due.id returning r.id)
    insert into recruitment_event (recruitment_id, at, kind)
    select id, ${now}, 'expired' from closed returning recruitment_id as id`.execute(tx)
  return rows.length
}
