import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { MESSAGE_BY_ERROR_CODE } from '../../../contract/errors'
import { openDatabase } from '../../../server/platform/database'
import { isPassing, isUnreachable } from '../../../server/platform/database-errors'
import { type Deps, serve } from '../../../server/platform/serve'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World

beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world?.close())

const me = (deps: Deps) =>
  serve(deps, {
    action: 'members.me',
    input: {},
    requestId: undefined,
    identity: { kind: 'openid', openid: 'resident-1', source: 'wx_client' },
  })

test('a database that cannot be reached is said to be unavailable, and nothing else is told', async () => {
  const gone = openDatabase('postgresql://nobody@127.0.0.1:9/none', 1)
  const { status, answer } = await me({ ...world.deps, db: gone.db })
  expect(status).toBe(503)
  expect(answer).toEqual({
    ok: false,
    error: { code: 'UNAVAILABLE', message: MESSAGE_BY_ERROR_CODE.UNAVAILABLE },
  })
  await gone.close()
})

test('after the database has cut every connection the next call works', async () => {
  expect((await me(world.deps)).status).toBe(200)
  const { pool, close } = openDatabase(world.url, 1)
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await close()
  const after = [await me(world.deps), await me(world.deps)]
  expect(after.map(({ status }) => status).every((status) => [200, 503].includes(status))).toBe(
    true,
  )
  expect((await me(world.deps)).status).toBe(200)
})

/** The first `failures` calls of setConsent fail with an error of the database. */
function failing(code: string, failures: number): { deps: Deps; tries: () => number } {
  let tries = 0
  const raise = (text: string) =>
    sql`do ${sql.raw(`$$ begin raise exception '${text}' using errcode = '${code}'; end $$`)}`
  const verbs: Deps['verbs'] = {
    ...world.deps.verbs,
    'members.setConsent': async (ctx, input) => {
      tries += 1
      if (tries <= failures) await raise('made to fail').execute(ctx.tx)
      return world.deps.verbs['members.setConsent'](ctx, input)
    },
  }
  return { deps: { ...world.deps, verbs }, tries: () => tries }
}
const consent = (deps: Deps, openid: string) =>
  serve(deps, {
    action: 'members.setConsent',
    input: { kind: 'location', given: true },
    requestId: randomUUID(),
    identity: { kind: 'openid', openid, source: 'wx_client' },
  })

test.each([
  ['a deadlock', '40P01'],
  ['a serialization failure', '40001'],
])('%s is run again, unseen by the caller', async (_name, code) => {
  const { deps, tries } = failing(code, 3)
  expect(await consent(deps, `again-${code}`)).toMatchObject({ status: 200 })
  expect(tries()).toBe(4)
})

test('one that will not pass ends as an internal error without a word of the database', async () => {
  const { deps, tries } = failing('40P01', 99)
  const { status, answer } = await consent(deps, 'never-1')
  expect(tries()).toBe(4)
  expect(status).toBe(500)
  expect(answer).toEqual({
    ok: false,
    error: { code: 'INTERNAL', message: MESSAGE_BY_ERROR_CODE.INTERNAL },
  })
})

test('another failure is not run again, and leaves nothing of the call behind', async () => {
  const { deps, tries } = failing('23514', 99)
  const { status } = await consent(deps, 'once-1')
  expect([status, tries()]).toEqual([500, 1])
  const { rows } = await world.pool.query(
    'select count(*)::int as n from member where openid_hmac = $1',
    [world.deps.secrets.index('openid', 'once-1')],
  )
  expect(rows).toEqual([{ n: 0 }])
})

test.each(['08006', '53300', '57P01', 'ECONNREFUSED', 'ECONNRESET'])(
  'code %s means that the database is away',
  (code) => {
    expect(isUnreachable({ code })).toBe(true)
    expect(isPassing({ code })).toBe(false)
  },
)

test.each([null, 'text', {}, { code: '23505' }, new Error('timeout of something')])(
  '%p is neither away nor passing',
  (error) => {
    expect(isUnreachable(error)).toBe(false)
    expect(isPassing(error)).toBe(false)
  },
)
