import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database'
import { isPassing } from '../platform/database-errors'

/** Any fixed number: two imports at once would bind by chance, so the second waits for the first. */
const IMPORT_LOCK = 72_110_098
const TRIES = 4

/** Runs an import on one connection of its own, which holds the lock and the staging tables. */
export async function inImportSession<T>(
  db: Db,
  waiting: () => void,
  work: (session: Db) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (session) => {
    try {
      await holdLock(session, waiting)
      return await work(session)
    } finally {
      // Gives back the lock and the tables; on a connection that broke both are gone already.
      await sql`discard all`.execute(session).catch(() => undefined)
    }
  })
}

async function holdLock(session: Db, waiting: () => void): Promise<void> {
  await sql`set statement_timeout = 0`.execute(session)
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_lock(${IMPORT_LOCK}) as held`.execute(session)
  if (rows[0]?.held) return
  waiting()
  await sql`select pg_advisory_lock(${IMPORT_LOCK})`.execute(session)
}

/** One transaction, tried again when a live request crossed its way. */
export async function inOne<T>(session: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await session.transaction().execute(work)
    } catch (error) {
      if (tries >= TRIES || !isPassing(error)) throw error
    }
  }
}
