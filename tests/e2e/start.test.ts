import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { Client } from 'pg'
import { freePort, post, type Started, startProduct, untilReady } from './running'

const MINUTES = 60_000
let folder: string
let running: Started[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fangpian-start-'))
  chmodSync(folder, 0o755)
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGINT')
    await ended
  }
  running = []
  rmSync(folder, { recursive: true, force: true })
})

async function begin(options: { port?: number; env?: NodeJS.ProcessEnv; dataDir?: string } = {}) {
  const port = options.port ?? (await freePort())
  const started = startProduct({ dataDir: folder, ...options, port })
  running.push(started)
  return started
}

const signIn = (origin: string, openid: string) =>
  post<{ token: string; member: { id: string } }>(origin, 'session.local', { openid })

test(
  'it starts, prints addresses and personas, serves all three faces, keeps its data over a kill -9 and stops whole on Ctrl-C',
  async () => {
    const first = await begin()
    await untilReady(first)
    const { origin } = first
    expect((await fetch(`${origin}/`)).headers.get('content-type')).toContain('text/html')
    expect((await fetch(`${origin}/console/`)).headers.get('content-type')).toContain('text/html')
    expect((await fetch(`${origin}/console/members`)).status).toBe(200)
    expect((await fetch(`${origin}/console/nothing.js`)).status).toBe(404)
    expect((await fetch(`${origin}/../package.json`)).status).toBe(404)
    await printed(first, /demo-chief/)
    expect(first.output()).toContain(`${origin}/console/`)
    const before = await signIn(origin, 'kept-person')
    first.child.kill('SIGKILL')
    await first.ended

    const second = await begin()
    await untilReady(second)
    const after = await signIn(second.origin, 'kept-person')
    expect(after.data.member.id).toBe(before.data.member.id)
    const url = await databaseUrl(second)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
    expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
    await expect(new Client({ connectionString: url }).connect()).rejects.toThrow()
  },
  3 * MINUTES,
)

test(
  'when the database is killed under a running server, it comes back and nothing acknowledged is lost',
  async () => {
    const started = await begin()
    await untilReady(started)
    const before = await signIn(started.origin, 'survivor')
    process.kill(postmasterPid(), 'SIGKILL')
    const after = await eventually(() => signIn(started.origin, 'survivor'))
    expect(after.data.member.id).toBe(before.data.member.id)
  },
  2 * MINUTES,
)

test('a taken port is one clear sentence and exit code 1, before anything is built', async () => {
  const port = await freePort()
  const holder = await new Promise<Server>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server))
  })
  const started = await begin({ port })
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain(`端口 ${port} 已被占用`)
  expect(started.output()).not.toContain('    at ')
  holder.close()
})

test('a broken DATABASE_URL is one clear sentence that shows no password', async () => {
  const env = { DATABASE_URL: `postgresql://someone:secret@127.0.0.1:${await freePort()}/x` }
  const started = await begin({ env })
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain('DATABASE_URL')
  expect(started.output()).not.toMatch(/secret|\s{4}at /)
  const wrong = await begin({ env: { DATABASE_URL: 'mysql://x' } })
  expect(await wrong.ended).toBe(1)
  expect(wrong.output()).toMatch(/DATABASE_URL.*postgresql:\/\//)
})

test('a data folder that cannot be written is one clear sentence', async () => {
  const file = path.join(folder, 'a-file')
  writeFileSync(file, '')
  const started = await begin({ dataDir: file })
  expect(await started.ended).toBe(1)
  expect(started.output()).toMatch(/启动失败: 数据目录不可写/)
  expect(started.output()).not.toContain('    at ')
})

test(
  'data of a newer version is refused and left as it is',
  async () => {
    const first = await begin()
    await untilReady(first)
    const client = new Client({ connectionString: await databaseUrl(first) })
    await client.connect()
    await client.query(
      `insert into schema_migration (name, checksum) values ('29990101000000_later.sql', 'x')`,
    )
    await client.end()
    first.child.kill('SIGINT')
    await first.ended
    const second = await begin()
    expect(await second.ended).toBe(1)
    expect(second.output()).toMatch(/newer version.*29990101000000_later\.sql/)
    writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '99\n')
    const third = await begin()
    expect(await third.ended).toBe(1)
    expect(third.output()).toContain('更新的 PostgreSQL 版本')
  },
  2 * MINUTES,
)

test('local mode, which signs anyone in, refuses NODE_ENV=production', async () => {
  const started = await begin({ env: { NODE_ENV: 'production' } })
  expect(await started.ended).toBe(1)
  expect(started.output()).toMatch(/NODE_ENV=production/)
})

function postmasterPid(): number {
  const [pid] = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}

/** The embedded database's own address, from its pid file and its password file. */
async function databaseUrl(_: Started): Promise<string> {
  const lines = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const { password } = JSON.parse(readFileSync(path.join(folder, 'database.json'), 'utf8'))
  return `postgresql://fangpian:${password}@127.0.0.1:${lines[3]}/fangpian`
}

async function printed(started: Started, pattern: RegExp): Promise<void> {
  for (let tries = 0; tries < 100 && !pattern.test(started.output()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(started.output()).toMatch(pattern)
}

async function eventually<T extends { ok: boolean }>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await ask().catch(() => null)
    if (answer?.ok) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return ask()
}
