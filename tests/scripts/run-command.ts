import { type ChildProcess, spawn } from 'node:child_process'
import { PROJECT } from '../../scripts/project'

export interface Ended {
  /** Null after a kill. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts the real command line as a process of its own on the data of a folder. */
export function startCommand(dataDir: string, ...args: string[]): Running {
  const { DATABASE_URL: _url, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/fangpian.ts', ...args], {
    cwd: PROJECT,
    env: { ...env, FANGPIAN_DATA: dataDir, NODE_ENV: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
  return { child, ended }
}

export const run = (dataDir: string, ...args: string[]) => startCommand(dataDir, ...args).ended

/** The result of a command with --json: exactly one line on standard output. */
export async function json<T>(dataDir: string, ...args: string[]): Promise<T> {
  const { code, out, err } = await run(dataDir, ...args, '--json')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`)
  // A failing match would print a board of thousands of rows.
  if (out.indexOf('\n') !== out.length - 1) throw new Error(`no single line: …${out.slice(-80)}`)
  return JSON.parse(out)
}

export type BoardRows = { rank: number; member: string; score: number }[]

/** Promoters by recruits and volunteers by points, for all time and a week. */
export async function boardsOf(dataDir: string): Promise<BoardRows[]> {
  const boards: BoardRows[] = []
  for (const period of ['all', '2021-W26'])
    for (const [role, measure] of [
      ['promoter', 'recruits'],
      ['volunteer', 'points'],
    ] as const) {
      const asked = ['--period', period, '--measure', measure, '--limit', '1000000']
      boards.push(await json<BoardRows>(dataDir, 'boards', role, ...asked))
    }
  return boards
}
