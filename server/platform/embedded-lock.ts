import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedDatabaseError, errorCode } from './embedded-error'
import { isLiving, markFrom, ownMark, type ProcessMark } from './embedded-process'

const WAIT_MS = 5 * 60_000
const GENERATIONS_KEPT = 8
const CANDIDATE_OLD_MS = 60_000

interface Top {
  readonly generation: number
  /** Null when the lock is free: never taken, given back, or its holder is dead. */
  readonly holder: ProcessMark | null
}

/**
 * Runs `work` while this process, of all that use `dir`, is the only one in here. A holder that was
 * killed does not block the next one. Throws DATABASE_DID_NOT_START after five minutes of waiting.
 *
 * Every taking makes the next file `lock.<n>`; only the highest counts and it is never removed, so
 * two that find the same dead holder cannot both become its successor.
 */
export async function withLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const giveBack = await take(dir)
  try {
    return await work()
  } finally {
    giveBack()
  }
}

async function take(dir: string): Promise<() => void> {
  const deadline = Date.now() + WAIT_MS
  for (;;) {
    const top = topOf(dir)
    if (!top.holder) {
      const file = claim(dir, top.generation + 1)
      if (file) return () => markFree(dir, file)
    } else if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        'DATABASE_DID_NOT_START',
        `Another program (process ${top.holder.pid}) has been opening or closing the database in ${path.dirname(dir)} for five minutes: wait for it or end it, then start again.`,
      )
    }
    await sleep(15 + Math.random() * 25)
  }
}

function generationsIn(dir: string): number[] {
  return fs
    .readdirSync(dir)
    .flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
}

function topOf(dir: string): Top {
  const generation = Math.max(0, ...generationsIn(dir))
  if (generation === 0) return { generation, holder: null }
  const mark = readMark(path.join(dir, `lock.${generation}`))
  return { generation, holder: mark && isLiving(mark) ? mark : null }
}

/** A file that cannot be read as a mark was given back or cut short by a power failure: free. */
function readMark(file: string): ProcessMark | null {
  try {
    return markFrom(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function claim(dir: string, generation: number): string | null {
  const candidate = path.join(dir, `candidate-${randomUUID()}`)
  const file = path.join(dir, `lock.${generation}`)
  writeReadable(candidate, JSON.stringify(ownMark()))
  try {
    // A link appears with its whole content or not at all, and only once.
    fs.linkSync(candidate, file)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return null
    throw error
  } finally {
    fs.rmSync(candidate, { force: true })
  }
  const generations = generationsIn(dir)
  if (Math.max(...generations) > generation) {
    fs.rmSync(file, { force: true })
    return null
  }
  sweep(dir, generations, generation)
  return file
}

/** A few old generations stay, so that a slow reader of the folder still sees one of them. */
function sweep(dir: string, generations: readonly number[], top: number): void {
  for (const old of generations.filter((each) => each <= top - GENERATIONS_KEPT)) {
    fs.rmSync(path.join(dir, `lock.${old}`), { force: true })
  }
  for (const name of fs.readdirSync(dir).filter((each) => each.startsWith('candidate-'))) {
    const file = path.join(dir, name)
    const changed = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - changed > CANDIDATE_OLD_MS) fs.rmSync(file, { force: true })
  }
}

function markFree(dir: string, file: string): void {
  try {
    const free = path.join(dir, `candidate-${randomUUID()}`)
    writeReadable(free, '{"free":true}')
    fs.renameSync(free, file)
  } catch {
    // On a full disk: emptying the file needs no room and reads as free too.
    fs.truncateSync(file)
  }
}

/** Readable for all whatever the umask: root and an ordinary user may share a data folder. */
function writeReadable(file: string, text: string): void {
  fs.writeFileSync(file, text, { flag: 'wx' })
  fs.chmodSync(file, 0o644)
}
