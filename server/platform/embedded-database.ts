import * as fs from 'node:fs'
import * as path from 'node:path'
import { folderError } from './embedded-error'
import { prepareDataDir, runDirOf } from './embedded-home'
import { withLock } from './embedded-lock'
import { enter, isRunning, leave, revive, type Session, stopAbandoned } from './embedded-session'
import { type AliveOptions, superviseDatabase } from './embedded-supervisor'

export { EmbeddedDatabaseError } from './embedded-error'

export interface EmbeddedDatabase {
  readonly connectionString: string
  /** False: joined one that another program had started. */
  readonly started: boolean
  /** Gives it back; the last program to do so stops it. May be called twice. */
  release(): Promise<void>
}

interface Hold {
  readonly session: Session
  readonly supervisors: Set<() => void>
  released: Promise<void> | undefined
}

const holds = new WeakMap<EmbeddedDatabase, Hold>()

/**
 * Opens the real PostgreSQL that comes with the packages, keeping its data in `dataDir`: makes,
 * starts or joins it, whatever is needed. `progress` hears 'initialising', 'starting', 'joining'
 * and 'recovering'. Throws EmbeddedDatabaseError, whose message says what to do.
 */
export async function openEmbeddedDatabase(options: {
  dataDir: string
  progress?: (step: string) => void
}): Promise<EmbeddedDatabase> {
  const dataDir = prepareDataDir(path.resolve(options.dataDir))
  const progress = options.progress ?? (() => undefined)
  const session = await locked(dataDir, () => enter(dataDir, progress))
  const hold: Hold = { session, supervisors: new Set(), released: undefined }
  const database: EmbeddedDatabase = {
    connectionString: session.connectionString,
    started: session.started,
    release: () => {
      hold.released ??= release(hold)
      return hold.released
    },
  }
  holds.set(database, hold)
  return database
}

/**
 * For a long-running server: when the database dies it is started again on the same port, so pools
 * reconnect by themselves. Ends with the returned function or with release().
 */
export function keepDatabaseAlive(
  database: EmbeddedDatabase,
  options: AliveOptions = {},
): () => void {
  const hold = holds.get(database)
  if (!hold || hold.released) return () => undefined
  const { session } = hold
  const stop = superviseDatabase(
    {
      isRunning: () => isRunning(session),
      restart: () =>
        locked(session.home.dataDir, async () => (hold.released ? null : revive(session))),
    },
    options,
  )
  hold.supervisors.add(stop)
  return () => {
    stop()
    hold.supervisors.delete(stop)
  }
}

async function release(hold: Hold): Promise<void> {
  for (const stop of hold.supervisors) stop()
  const { home } = hold.session
  // The whole data folder was removed under us: nobody is left to share with.
  if (!fs.existsSync(home.runDir)) return stopAbandoned(hold.session)
  await locked(home.dataDir, () => leave(hold.session))
}

async function locked<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(runDirOf(dataDir), work)
  } catch (error) {
    throw folderError(error, dataDir)
  }
}
