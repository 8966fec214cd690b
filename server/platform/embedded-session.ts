import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  assertAccess,
  isJustGone,
  newPassword,
  readPassword,
  resetPassword,
  writePassword,
} from './embedded-access'
import { findBinaries, programPath, runnableBinaries } from './embedded-binaries'
import { EmbeddedDatabaseError } from './embedded-error'
import { awayFolder, existingHome, type Home, isRoot } from './embedded-home'
import { initialise, newHome } from './embedded-initialise'
import { findFreePort, lastPort, notePort } from './embedded-port'
import {
  readyPostmaster,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
  wasKilled,
} from './embedded-postmaster'
import type { RunAs } from './embedded-process'
import { countLeases, takeLease } from './run-lease'

export type Progress = (step: string) => void

/** One program's hold on the running cluster. Everything here is called under the lock. */
export interface Session {
  readonly home: Home
  readonly lease: string
  readonly port: number
  readonly connectionString: string
  readonly started: boolean
  readonly native: () => Promise<string>
}

const OLD_PORT_TRIES = 8
const PASSING_MS = 10_000

/** Makes the cluster if there is none, starts it if it is stopped, and takes a lease on it. */
export async function enter(dataDir: string, progress: Progress): Promise<Session> {
  const nativeFor = rememberNative(dataDir)
  const home = existingHome(dataDir) ?? (await make(dataDir, nativeFor, progress))
  const native = () => nativeFor(home.runAs)
  const deadline = Date.now() + PASSING_MS
  for (;;) {
    try {
      return await enterHome(home, native, progress)
    } catch (error) {
      if (!isJustGone(error) || Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

async function enterHome(
  home: Home,
  native: () => Promise<string>,
  progress: Progress,
): Promise<Session> {
  const shared = countLeases(home.runDir) > 0
  const running = await findRunning(home, native)
  const port = running ?? (await start(home, await native(), shared, progress))
  try {
    const connectionString = await assertAccess(home, port, passwordOf(home))
    if (running !== null) progress('joining')
    const lease = takeLease(home.runDir)
    return { home, lease, port, connectionString, started: running === null, native }
  } catch (error) {
    if (running === null && !shared) await stopPostmaster(home, await native())
    throw error
  }
}

/** Gives the lease back; the last one stops the cluster. */
export async function leave(session: Session): Promise<void> {
  fs.rmSync(session.lease, { force: true })
  if (countLeases(session.home.runDir) === 0) {
    await stopPostmaster(session.home, await session.native())
  }
}

/** For a data folder that is gone: a cluster away from it may still run. */
export async function stopAbandoned(session: Session): Promise<void> {
  if (isRunning(session)) await stopPostmaster(session.home, await session.native())
}

/** Starts a cluster that died, on the port where the pools look for it. */
export async function revive(session: Session): Promise<string> {
  const { home } = session
  const running = await readyPostmaster(home)
  if (!running && !(await startPostmaster(home, await session.native(), session.port))) {
    throw new EmbeddedDatabaseError(
      'DATABASE_DID_NOT_START',
      `Port ${session.port}, on which the database ran, is taken by another program for the moment: end that program.`,
    )
  }
  return assertAccess(home, running?.port ?? session.port, passwordOf(home))
}

/** True while the postmaster of the cluster lives. */
export function isRunning(session: Session): boolean {
  return runningPostmaster(session.home) !== null
}

function rememberNative(dataDir: string): (as: RunAs | undefined) => Promise<string> {
  let folder: Promise<string> | undefined
  return (as) => {
    folder ??= runnableBinaries(findBinaries(), isRoot ? awayFolder(dataDir) : dataDir, as)
    return folder
  }
}

async function make(
  dataDir: string,
  nativeFor: (as: RunAs | undefined) => Promise<string>,
  progress: Progress,
): Promise<Home> {
  progress('initialising')
  const home = await newHome(dataDir, nativeFor)
  await initialise(home, await nativeFor(home.runAs))
  return home
}

/** The port of the running cluster, or null when it has to be started. */
async function findRunning(home: Home, native: () => Promise<string>): Promise<number | null> {
  const running = await readyPostmaster(home)
  if (readPassword(home.dataDir) !== null) return running?.port ?? null
  assertVersion(home)
  await stopPostmaster(home, await native())
  const password = newPassword()
  const ran = await resetPassword(home, programPath(await native(), 'postgres'), password)
  if (ran.code !== 0) {
    throw new EmbeddedDatabaseError(
      'DATABASE_DID_NOT_START',
      `${home.dataDir}/database.json is missing and no new password could be set (${ran.output.trim().split('\n').at(-1)}): put the file back.`,
    )
  }
  // Last, so that a crash before this line only repeats the reset.
  writePassword(home.dataDir, password)
  return null
}

async function start(
  home: Home,
  native: string,
  shared: boolean,
  progress: Progress,
): Promise<number> {
  assertVersion(home)
  progress(wasKilled(home) ? 'recovering' : 'starting')
  const before = lastPort(home)
  // Programs that still run have pools on the old port, so it is given a longer chance.
  const tries = before === null ? 0 : shared ? OLD_PORT_TRIES : 1
  for (let attempt = 0; ; attempt++) {
    const port = before !== null && attempt < tries ? before : await findFreePort()
    if (await startPostmaster(home, native, port)) {
      notePort(home, port)
      return port
    }
    if (attempt > tries + 5) {
      throw new EmbeddedDatabaseError(
        'DATABASE_DID_NOT_START',
        'No port of 127.0.0.1 could be taken for the database: end programs that listen on ports 20000 to 32000.',
      )
    }
  }
}

function passwordOf(home: Home): string {
  const password = readPassword(home.dataDir)
  if (password !== null) return password
  throw new EmbeddedDatabaseError(
    'DATABASE_DID_NOT_START',
    `${home.dataDir}/database.json was removed a moment ago: start again and a new password is set.`,
  )
}

/** A cluster can only be opened by the major version that wrote it. */
function assertVersion(home: Home): void {
  const file = path.join(home.clusterDir, 'PG_VERSION')
  if (!fs.existsSync(file)) return
  const written = Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
  const { major } = findBinaries()
  if (written > major) {
    throw new EmbeddedDatabaseError(
      'DATA_OF_NEWER_VERSION',
      `The data in ${home.clusterDir} were written by PostgreSQL ${written}, but this Fangpian brings PostgreSQL ${major}: install the newer Fangpian that wrote them, or name another folder in FANGPIAN_DATA.`,
    )
  }
  if (written < major) {
    throw new EmbeddedDatabaseError(
      'DATA_OF_OLDER_VERSION',
      `The data in ${home.clusterDir} were written by PostgreSQL ${written}, but this Fangpian brings PostgreSQL ${major}: make a backup with the earlier Fangpian and restore it here into an empty FANGPIAN_DATA.`,
    )
  }
}
