import { createHash } from 'node:crypto'
import { aDoor, aSession, type Door, expectRefusal } from '../../fixtures/a-door'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let door: Door

beforeAll(async () => {
  world = await aWorld()
  door = await aDoor(world)
})
afterAll(async () => {
  await door?.close()
  await world?.close()
})

const signIn = async (openid: string) => {
  const { status, body } = await door.post('session.local', { openid })
  expect(status).toBe(200)
  return body.data as { token: string; expiresAt: string; member: { id: string } }
}
const me = (token?: string) => door.post('members.me', {}, token)
const end = (token: string) => {
  const requestId = '11111111-1111-4111-8111-111111111111'
  return door.post('session.end', { requestId }, token)
}

test('a local sign-in opens a session of thirty days; a new openid becomes a member', async () => {
  const { token, expiresAt, member } = await signIn('somebody-1')
  expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(30, 1)
  expect((await me(token)).body).toMatchObject({ ok: true, data: { id: member.id, roles: [] } })
  expect((await signIn('somebody-1')).member.id).toBe(member.id)
})

test('only the hash of a token is stored, and no openid in the clear', async () => {
  const { token } = await signIn('hidden-openid')
  const { rows } = await world.pool.query<{ text: string; hash: Buffer }>(
    `select (select string_agg(to_jsonb(s)::text, '') from session s) ||
      (select string_agg(to_jsonb(m)::text, '') from member m) as text, token_hash as hash
     from session order by created_at desc limit 1`,
  )
  expect(rows[0]?.text).not.toContain(token)
  expect(rows[0]?.text).not.toContain('hidden-openid')
  expect(rows[0]?.text).not.toContain(Buffer.from('hidden-openid').toString('hex'))
  expect(rows[0]?.hash).toEqual(createHash('sha256').update(token).digest())
})

test('signing out kills the token at once, and no other of the same person', async () => {
  const { token } = await signIn('two-phones')
  const other = await signIn('two-phones')
  expect((await end(token)).body).toMatchObject({ ok: true, data: { done: true } })
  expectRefusal(await me(token), 'UNAUTHENTICATED')
  expectRefusal(await end(token), 'UNAUTHENTICATED')
  expect((await me(other.token)).status).toBe(200)
})

test.each([
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'null',
  "' or '1'='1",
  'x'.repeat(5000),
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiJib3NzIn0.',
])('a forged token %p is nobody’s', async (token) =>
  expectRefusal(await me(token), 'UNAUTHENTICATED'),
)

test('one changed letter makes it another token', async () => {
  const { token } = await signIn('exact-1')
  const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1)
  expectRefusal(await me(changed), 'UNAUTHENTICATED')
})

test('a session that ran out says so, so that the face can sign in again', async () => {
  const { token } = await aSession(world, 'tired-1', -1)
  expectRefusal(await me(token), 'SESSION_EXPIRED')
})

test('the session of a closed account is dead', async () => {
  const { token, member } = await signIn('closed-1')
  await world.pool.query('update member set closed_at = now() where id = $1', [member.id])
  expectRefusal(await me(token), 'UNAUTHENTICATED')
})

test('no header, another scheme or an empty token is nobody', async () => {
  const headers = { 'content-type': 'application/json' }
  for (const authorization of ['', 'Bearer', 'Bearer ', 'Basic Ym9zczpib3Nz', 'boss'])
    expectRefusal(
      await door.send({
        method: 'POST',
        url: '/api/members.me',
        headers: { ...headers, authorization },
        payload: '{}',
      }),
      'UNAUTHENTICATED',
    )
  expectRefusal(await me(), 'UNAUTHENTICATED')
})

test('what is public is read with a dead, expired or forged token all the same', async () => {
  const { token } = await signIn('reader-1')
  await end(token)
  const expired = (await aSession(world, 'reader-2', -1)).token
  for (const dead of [token, expired, 'forged', undefined]) {
    expect((await door.post('content.list', {}, dead)).status).toBe(200)
    expect((await door.post('orgs.list', {}, dead)).status).toBe(200)
    const board = { role: 'promoter', measure: 'recruits', period: 'week' }
    expect((await door.post('boards.top', board, dead)).status).toBe(200)
  }
})

test('an openid in the input signs nobody in but through the local sign-in', async () => {
  expectRefusal(await door.post('members.me', { openid: 'boss' }), 'BAD_INPUT')
  expectRefusal(await door.post('session.local', { openid: 'a b' }), 'BAD_INPUT')
  expectRefusal(await door.post('session.local', { openid: '' }), 'BAD_INPUT')
  expectRefusal(await door.post('session.local', { openid: 'x'.repeat(65) }), 'BAD_INPUT')
})
