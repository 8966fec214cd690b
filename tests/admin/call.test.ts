import { call, newRequestId, write } from '../../admin/api/call'
import { useSession } from '../../admin/session'
import { signedInAs } from './render-console'
import { answers, standInServer } from './stand-in-server'

const APPLICATION = '00000000-0000-4000-8000-000000000002'

beforeEach(() => {
  sessionStorage.clear()
  useSession.getState().end()
})

test('a request id is a UUID v4, also where crypto.randomUUID is missing', () => {
  const ids = Array.from({ length: 50 }, newRequestId)
  expect(new Set(ids).size).toBe(50)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})

test('the session goes out as a bearer token and the input as the body', async () => {
  signedInAs('station_chief')
  const server = standInServer({ 'audit.list': () => answers('audit.list', NO_ROWS) })
  await call('audit.list', { limit: 20 })
  expect(server.asked).toEqual([
    { action: 'audit.list', body: { limit: 20 }, authorization: 'Bearer a-token' },
  ])
})

test('a write whose answer is lost is asked again with the same request id', async () => {
  signedInAs('station_chief')
  let lost = 2
  const server = standInServer({
    'session.end': () => (lost-- > 0 ? 'no network' : answers('session.end', { done: true })),
  })
  await expect(write('session.end', {}, 'id-1')).resolves.toEqual({ done: true })
  expect(server.asked.map(({ body }) => body.requestId)).toEqual(['id-1', 'id-1', 'id-1'])
})

test('a refused write is not asked again', async () => {
  signedInAs('station_chief')
  const server = standInServer({ 'promoters.approve': () => ({ refusal: 'ALREADY_DECIDED' }) })
  const approval = write('promoters.approve', { applicationId: APPLICATION }, 'id-2')
  await expect(approval).rejects.toMatchObject({ code: 'ALREADY_DECIDED', requestId: 'req-1' })
  expect(server.asked).toHaveLength(1)
})

test('a 401 ends the session and says why at the sign-in page', async () => {
  signedInAs('station_chief')
  standInServer({ 'overview.read': () => ({ refusal: 'SESSION_EXPIRED' }) })
  await expect(call('overview.read', {})).rejects.toMatchObject({ code: 'SESSION_EXPIRED' })
  expect(useSession.getState()).toMatchObject({ session: null, notice: 'expired' })
})

const NO_ROWS = { items: [], nextCursor: null }
