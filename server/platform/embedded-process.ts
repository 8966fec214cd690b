import { spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { errorCode } from './embedded-error'

/** One run of a process: `since` tells a reused pid apart; null where the system does not say. */
export interface ProcessMark {
  readonly pid: number
  readonly since: string | null
}

/** Whom PostgreSQL runs as; undefined is the user of this process. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

export interface Ran {
  readonly code: number | null
  /** Standard output and error together. */
  readonly output: string
  /** Set when the program could not be run at all (ENOENT, EACCES …). */
  readonly refused?: string
}

let boot: string | undefined

function bootId(): string {
  boot ??= fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return boot
}

/** True when the system knows the pid at all, be it only as a zombie or as another's process. */
export function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** proc(5): after the name in brackets come the state and, 19 fields on, the start time in ticks. */
function linuxSince(pid: number): string | null | 'gone' {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie still has a pid, but holds nothing any more.
    if (fields[0] === 'Z' || fields[0] === 'X') return 'gone'
    return `${bootId()}:${fields[19]}`
  } catch {
    return isPidTaken(pid) ? null : 'gone'
  }
}

/** The name of the program that runs under the pid, where the system says it; else null. */
export function programNameOf(pid: number): string | null {
  if (process.platform === 'win32') return null
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    } catch {
      return null
    }
  }
  const told = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  return path.basename(told.stdout?.trim() ?? '') || null
}

function sinceOf(pid: number): string | null | 'gone' {
  if (process.platform === 'linux') return linuxSince(pid)
  if (!isPidTaken(pid)) return 'gone'
  if (process.platform === 'win32') return null
  const told = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return told.stdout?.trim() || null
}

/** The mark of this very process. */
export function ownMark(): ProcessMark {
  const since = sinceOf(process.pid)
  return { pid: process.pid, since: since === 'gone' ? null : since }
}

/** True while the marked run of the process lives; another process with its pid does not count. */
export function isLiving(mark: ProcessMark): boolean {
  if (mark.since === null && process.platform !== 'linux') return isPidTaken(mark.pid)
  const since = sinceOf(mark.pid)
  if (since === 'gone') return false
  return since === null || mark.since === null || since === mark.since
}

/** Reads a mark out of parsed JSON; null when it is not one. */
export function markFrom(raw: unknown): ProcessMark | null {
  if (typeof raw !== 'object' || raw === null || !('pid' in raw)) return null
  if (typeof raw.pid !== 'number' || !Number.isInteger(raw.pid) || raw.pid <= 0) return null
  const since = 'since' in raw && typeof raw.since === 'string' ? raw.since : null
  return { pid: raw.pid, since }
}

/** The caller's PG* settings would otherwise steer our own server and its tools. */
function cleanEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|SystemRoot|windir|TEMP|TMP|TMPDIR|ProgramData|LOCALAPPDATA)$/i.test(name),
  )
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LANG: 'C', TZ: 'UTC' }
}

/**
 * Runs one of PostgreSQL's programs to its end, as `as` when we are root. Never throws: what went
 * wrong is in the answer.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  as?: RunAs,
  input?: string,
): Promise<Ran> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(file, args, {
      // The unprivileged user may not be allowed into the folder that we were started in.
      cwd: path.parse(file).root,
      env: cleanEnv(),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      ...(as && { uid: as.uid, gid: as.gid }),
    })
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-16_384)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
    child.on('error', (error) => {
      const refused = errorCode(error) || error.message
      resolve({ code: null, output, refused })
    })
    child.on('close', (code) => resolve({ code, output }))
    // A server that pg_ctl left behind may keep the pipes open on some systems.
    child.on('exit', (code) => setTimeout(() => resolve({ code, output }), 500).unref())
  })
}
