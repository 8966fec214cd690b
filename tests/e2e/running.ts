import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { PROJECT } from '../../scripts/project'

export interface Started {
  readonly child: ChildProcess
  readonly origin: string
  /** Everything printed so far. */
  output(): string
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
}

/** Runs `npm start`'s program as a process of its own, with its data in `dataDir`. */
export function startProduct(options: {
  dataDir: string
  port: number
  env?: NodeJS.ProcessEnv
}): Started {
  const { DATABASE_URL: _database, ...rest } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    cwd: PROJECT,
    env: {
      ...rest,
      NODE_ENV: 'test',
      PORT: String(options.port),
      FANGPIAN_DATA: options.dataDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout?.on('data', (chunk) => {
    printed += String(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    printed += String(chunk)
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, output: () => printed, origin: `http://127.0.0.1:${options.port}` }
}

/** Waits until it answers; fails with what it printed when it ends first. */
export async function untilReady(started: Started): Promise<void> {
  let over = false
  started.ended.then(() => {
    over = true
  })
  for (let tries = 0; tries < 1200 && !over; tries++) {
    const ready = await fetch(`${started.origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server did not become ready:\n${started.output()}`)
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Calls an action over HTTP. */
export async function post<T>(
  origin: string,
  action: string,
  body: object,
  token?: string,
): Promise<{ status: number; ok: boolean; data: T; error?: { code: string } }> {
  const answer = await fetch(`${origin}/api/${action}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  return { status: answer.status, ...((await answer.json()) as { ok: boolean; data: T }) }
}
