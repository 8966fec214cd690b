import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { buildDoors, DOORS_DIST } from '../../scripts/build-doors'
import { TEST_KEY } from '../fixtures/a-world'
import { aDatabase, type TestDatabase } from '../fixtures/test-database'

const run = promisify(execFile)
let database: TestDatabase
let folder: string
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  await buildDoors()
  database = await aDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'fangpian-doors-'))
  cpSync(DOORS_DIST, folder, { recursive: true })
  env = { PATH: process.env.PATH, DATABASE_URL: database.url, FANGPIAN_KEY: TEST_KEY }
}, 120_000)
afterAll(async () => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  await database?.close()
})

/** Runs a script beside a built door, in a folder that holds nothing else. */
async function inDoor(
  door: string,
  script: string,
  more: NodeJS.ProcessEnv = {},
): Promise<unknown> {
  const source = `
    const { main } = require('./index.js')
    const contextOf = (openid, source = 'wx_client') => ({ environment: JSON.stringify({
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
      ...(openid && { WX_OPENID: openid }), TCB_SOURCE: source }) })
    const uuid = () => require('crypto').randomUUID()
    ;(async () => { ${script} })().then((said) => {
      console.log(JSON.stringify(said)); process.exit(0) })`
  const { stdout } = await run(process.execPath, ['-e', source], {
    cwd: path.join(folder, door),
    env: { ...env, ...more },
  })
  return JSON.parse(stdout.trim().split('\n').pop() ?? 'null')
}

test('each door is one file with a package.json of its own', () => {
  expect(readdirSync(folder).sort()).toEqual(['console', 'member', 'timer'])
  for (const door of ['member', 'timer'])
    expect(readdirSync(path.join(folder, door)).sort()).toEqual(['index.js', 'package.json'])
  const manifest = JSON.parse(readFileSync(path.join(folder, 'member/package.json'), 'utf8'))
  expect(manifest).toMatchObject({ name: 'fangpian-member', main: 'index.js' })
})

test('50 overlapping calls by 50 people give each their own identity', async () => {
  const said = (await inDoor(
    'member',
    `const ids = async (tag) => Promise.all(Array.from({ length: 50 }, (_, i) => {
       process.env.WX_OPENID = 'stranger-' + i
       return main({ action: 'members.me', input: {}, requestId: tag + i }, contextOf('person-' + i))
     }))
     const first = await ids('a'), second = await ids('b')
     return { first, second }`,
  )) as Record<'first' | 'second', { ok: boolean; data: { id: string }; requestId: string }[]>
  expect(said.first.every(({ ok }) => ok)).toBe(true)
  expect(new Set(said.first.map(({ data }) => data.id)).size).toBe(50)
  expect(said.second.map(({ data }) => data.id)).toEqual(said.first.map(({ data }) => data.id))
  expect(said.first.map(({ requestId }) => requestId)).toEqual(
    Array.from({ length: 50 }, (_, i) => `a${i}`),
  )
})

test('an openid in the environment or the input is nobody', async () => {
  const said = await inDoor(
    'member',
    `return Promise.all([
       main({ action: 'members.me', input: {} }, contextOf(null)),
       main({ action: 'members.me', input: {} }, {}),
       main({ action: 'members.me', input: { openid: 'person-1' } }, contextOf(null)),
       main({ action: 'members.me', input: {}, userInfo: { openId: 'person-1' } }, contextOf(null)),
     ])`,
    { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'somebody-else' },
  )
  expect(said).toMatchObject([
    { ok: false, error: { code: 'UNAUTHENTICATED' } },
    { ok: false, error: { code: 'UNAUTHENTICATED' } },
    { ok: false, error: { code: 'BAD_INPUT' } },
    { ok: false, error: { code: 'UNAUTHENTICATED' } },
  ])
})

test('the member door refuses what it does not know: other doors, inherited names, bad input', async () => {
  const said = await inDoor(
    'member',
    `const as = contextOf('person-1')
     return Promise.all([
       main({ action: 'overview.read', input: {} }, as),
       main({ action: 'session.local', input: { openid: 'x' } }, as),
       main({ action: 'toString', input: {} }, as),
       main({ action: '__proto__', input: {} }, as),
       main(undefined, as),
       main({ action: 'boards.top', input: { role: 'nobody' } }, as),
       main({ action: 'members.setConsent', input: { kind: 'location', given: true } }, as),
       main(JSON.parse('{"action":"members.me","input":{"__proto__":{"role":"super_admin"}}}'), as),
     ])`,
  )
  const codes = (said as { error: { code: string } }[]).map(({ error }) => error.code)
  expect(codes).toEqual([
    ...Array(5).fill('UNKNOWN_ACTION'),
    'BAD_INPUT',
    'REQUEST_ID_REQUIRED',
    'BAD_INPUT',
  ])
})

test('the timer closes recruitments that ran out and listens to no person', async () => {
  await database.pool.query(`with m as (insert into member (id, nickname, created_at)
      values (gen_random_uuid(), 'x', now()) returning id),
    o as (insert into org (id, kind, code, name) values (gen_random_uuid(), 'centre', 'c', 'c') returning id),
    c as (insert into code (id, scene, kind, org_id, valid_from, created_at)
      select gen_random_uuid(), 'scene-of-a-poster', 'poster', id, now(), now() from o returning id, org_id)
    insert into recruitment (id, member_id, code_id, org_id, state, already_volunteer, scanned_at, expires_at)
      select gen_random_uuid(), m.id, c.id, c.org_id, 'scanned', false, now() - interval '15 days',
        now() - interval '1 day' from m, c`)
  const said = await inDoor(
    'timer',
    `return [await main({}, contextOf('person-1')), await main({}, contextOf(null, 'wx_trigger')),
       await main({}, contextOf(null, 'wx_trigger'))]`,
  )
  expect(said).toMatchObject([
    { ok: false, error: { code: 'FORBIDDEN' } },
    { ok: true, data: { expired: 1 } },
    { ok: true, data: { expired: 0 } },
  ])
})

test('the console door serves HTTP from its own folder and believes no injected header', async () => {
  const port = await freePort()
  const child = spawn(process.execPath, ['index.js'], {
    cwd: path.join(folder, 'console'),
    env: { ...env, PORT: String(port) },
  })
  try {
    await untilReady(`http://127.0.0.1:${port}/readyz`)
    const answer = await fetch(`http://127.0.0.1:${port}/api/overview.read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': 'boss' },
      body: '{}',
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } })
  } finally {
    child.kill('SIGKILL')
  }
})

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not become ready`)
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
