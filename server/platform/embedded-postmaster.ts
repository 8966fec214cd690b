import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { programPath } from './embedded-binaries'
import { diskFull, EmbeddedDatabaseError, saysDiskFull } from './embedded-error'
import type { Home } from './embedded-home'
import { findLeftovers, isPostmasterOf } from './embedded-leftovers'
import { logSince, openLog } from './embedded-log'
import { isPidTaken, type Ran, runProgram } from './embedded-process'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

const LEFTOVERS_END_AFTER_MS = 10_000
const LEFTOVERS_GIVE_UP_MS = 30_000
const READY_WAIT_MS = 240_000

/** Given on the command line at every start, so that no file in the cluster can weaken them. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  restart_after_crash: 'on',
  // Failing statements and their details carry people's data, which a log must not keep.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

function pidFile(home: Home): string {
  return path.join(home.clusterDir, 'postmaster.pid')
}

/** What postmaster.pid says: pid, folder, start, port, socket, address, memory, status. */
function readPidFile(home: Home): Postmaster | null {
  try {
    const lines = fs.readFileSync(pidFile(home), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return null
    return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** The living postmaster of this cluster, or null. */
export function runningPostmaster(home: Home): Postmaster | null {
  const found = readPidFile(home)
  return found && isPostmasterOf(found.pid, home.clusterDir) ? found : null
}

/** Waits until a postmaster that is starting or recovering is ready; null when it ended instead. */
export async function readyPostmaster(home: Home): Promise<Postmaster | null> {
  const deadline = Date.now() + READY_WAIT_MS
  for (;;) {
    const found = runningPostmaster(home)
    if (!found || found.ready) return found
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        'DATABASE_DID_NOT_START',
        `The database (process ${found.pid}) has been starting for minutes; ${home.logFile} says what it does: wait and start again.`,
      )
    }
    await sleep(50)
  }
}

/** True when the last run was not stopped in order, so the start has to recover. */
export function wasKilled(home: Home): boolean {
  return fs.existsSync(pidFile(home))
}

/**
 * Starts the stopped cluster on `port` and waits until it takes connections. Answers false when the
 * port is taken. Children of a killed postmaster may hold its memory for a moment: it tries for 30 s.
 * Throws DISK_FULL or DATABASE_DID_NOT_START with the reason.
 */
export async function startPostmaster(home: Home, native: string, port: number): Promise<boolean> {
  const began = Date.now()
  fs.chmodSync(home.clusterDir, 0o700)
  for (;;) {
    removeMisleadingPidFile(home)
    const from = openLog(home)
    const ran = await pgCtl(home, native, [
      'start',
      '--wait',
      '--timeout=240',
      '--silent',
      `--log=${home.logFile}`,
      `--options=${optionsFor(port)}`,
    ])
    if (ran.code === 0) return true
    const said = `${logSince(home, from)}\n${ran.output}`
    if (/could not bind IPv4 address|Address already in use/.test(said)) return false
    const waited = Date.now() - began
    const held = /shared memory block .* is still in use|lock file .* already exists/.test(said)
    if (!held || waited > LEFTOVERS_GIVE_UP_MS) throw startError(home, said, ran)
    if (waited > LEFTOVERS_END_AFTER_MS) endLeftovers(home)
    await sleep(250)
  }
}

/** PostgreSQL would take a reused pid, or a zombie, for the living postmaster and refuse to start. */
function removeMisleadingPidFile(home: Home): void {
  const found = readPidFile(home)
  const misleads = found && isPidTaken(found.pid) && !runningPostmaster(home)
  if (misleads) fs.rmSync(pidFile(home), { force: true })
}

/** Without their postmaster they can only hold memory; recovery begins from the log anyway. */
function endLeftovers(home: Home): void {
  for (const pid of findLeftovers(home.clusterDir)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
}

/** Stops the cluster in order: clients are cut, everything acknowledged is on the disk. */
export async function stopPostmaster(home: Home, native: string): Promise<void> {
  if (!runningPostmaster(home)) return
  const args = ['stop', '--mode=fast', '--wait', '--timeout=60', '--silent']
  const ran = await pgCtl(home, native, args)
  if (ran.code === 0 || !runningPostmaster(home)) return
  throw new EmbeddedDatabaseError(
    'DATABASE_DID_NOT_START',
    `The database in ${home.clusterDir} did not stop (${ran.output.trim() || ran.refused}): look into ${home.logFile}.`,
  )
}

function pgCtl(home: Home, native: string, args: readonly string[]): Promise<Ran> {
  const all = [...args, `--pgdata=${home.clusterDir}`]
  return runProgram(programPath(native, 'pg_ctl'), all, home.runAs)
}

function optionsFor(port: number): string {
  const settings = Object.entries({ ...SETTINGS, port: String(port) })
  return settings.map(([name, value]) => `-c ${name}=${value}`).join(' ')
}

function startError(home: Home, said: string, ran: Ran): EmbeddedDatabaseError {
  if (saysDiskFull(said)) return diskFull(home.clusterDir)
  const lines = said.split('\n').filter((line) => line.trim())
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|denied|could not/.test(line)).at(-1)
  const reason = telling ?? lines.at(-1) ?? ran.refused ?? `exit code ${ran.code}`
  return new EmbeddedDatabaseError(
    'DATABASE_DID_NOT_START',
    `The database in ${home.clusterDir} did not start (${reason.trim()}): ${home.logFile} says more; mend that and start again.`,
  )
}
