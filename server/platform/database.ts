import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, types } from 'pg'
import type { Tables } from './tables'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** A date column stays the text it is: a day has no time zone. */
types.setTypeParser(types.builtins.DATE, (text) => text)

export interface OpenDatabase {
  readonly db: Db
  readonly pool: Pool
  close(): Promise<void>
}

/**
 * Opens a pool. `connections` is the most it holds at once: a server takes tens, a cloud function
 * one, because every concurrent request there is an instance with a pool of its own.
 */
export function openDatabase(connectionString: string, connections: number): OpenDatabase {
  const pool = new Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'fangpian',
    options: '-c timezone=UTC -c statement_timeout=600000',
  })
  // Without a listener an idle connection's end would stop the process; the next query reconnects.
  pool.on('error', () => undefined)
  // The same for one in use whose database dies between two queries; its next query fails instead.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
