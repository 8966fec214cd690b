import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

export const isRoot = process.getuid?.() === 0
/** The uid of `nobody`: an ordinary user for tests that run as root. */
export const NOBODY = 65_534

export interface Heard {
  readonly step?: string
  readonly opened?: string
  readonly started?: boolean
  readonly restarted?: string
  readonly downMs?: number
  readonly released?: boolean
  readonly code?: string
  readonly message?: string
}

export interface Program {
  readonly child: ChildProcess
  readonly heard: Heard[]
  /** The first event, past or to come, that `wanted` accepts; fails when the program ends first. */
  hear(wanted: (event: Heard) => boolean): Promise<Heard>
  release(): Promise<void>
  kill(): Promise<void>
}

const programs = new Set<Program>()
const folders = new Set<string>()

/** A temporary folder that other users may pass through; cleanUp removes it. */
export function temporaryFolder(mode = 0o755): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fangpian-db-'))
  fs.chmodSync(folder, mode)
  folders.add(folder)
  return folder
}

/** Ends every program and postmaster that the tests started and removes their folders. */
export async function cleanUp(): Promise<void> {
  for (const program of programs) await program.kill()
  programs.clear()
  for (const folder of folders) {
    const dataDir = path.join(folder, 'data')
    killPostmaster(dataDir)
    await sleep(100)
    const home = homeOf(dataDir)
    if (home.startsWith('/var/lib/fangpian-')) fs.rmSync(home, { recursive: true, force: true })
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  folders.clear()
}

function homeOf(dataDir: string): string {
  const note = path.join(dataDir, 'postgres.location')
  return fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : dataDir
}

export function postmasterPid(dataDir: string): number | null {
  const file = path.join(homeOf(dataDir), 'postgres', 'postmaster.pid')
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : null
}

export function killPostmaster(dataDir: string): void {
  const pid = postmasterPid(dataDir)
  if (pid === null) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was dead already.
  }
}

/** Runs one statement on a connection of its own. */
export async function ask(connectionString: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

export function startProgram(
  dataDir: string,
  options: { alive?: boolean; uid?: number } = {},
): Program {
  const script = path.join(__dirname, 'embedded-opener.ts')
  const args = ['--import', 'tsx', script, dataDir, ...(options.alive ? ['alive'] : [])]
  const who = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], ...who })
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const tell = () => {
    for (const look of waiting) look()
  }
  createInterface({ input: child.stdout }).on('line', (line) => {
    heard.push(JSON.parse(line))
    tell()
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  void ended.then(tell)
  const hear = (wanted: (event: Heard) => boolean) =>
    new Promise<Heard>((resolve, reject) => {
      const look = () => {
        const found = heard.find(wanted)
        const isOver = child.exitCode !== null || child.signalCode !== null
        if (found) resolve(found)
        else if (isOver) reject(new Error(`the program ended after ${JSON.stringify(heard)}`))
        else return
        waiting.delete(look)
      }
      waiting.add(look)
      look()
    })
  const program: Program = {
    child,
    heard,
    hear,
    release: async () => {
      child.stdin.write('release\n')
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
  programs.add(program)
  return program
}

export async function opened(program: Program): Promise<string> {
  const event = await program.hear((each) => each.opened !== undefined || each.code !== undefined)
  if (event.opened === undefined) throw new Error(`${event.code}: ${event.message}`)
  return event.opened
}
