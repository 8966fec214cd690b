import { ApiError } from '../../src/api/api-error'
import { call } from '../../src/api/call'
import { useSession } from '../../src/api/session-store'
import { answer, requests } from './stand-ins/api'
import { freshPhone, signIn } from './stand-ins/show'

jest.setTimeout(15_000)
beforeEach(() => freshPhone())

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('a lost answer is asked for again with the same requestId', async () => {
  let times = 0
  answer('session.end', () => {
    times += 1
    return times < 3 ? 'NO_NETWORK' : { done: true }
  })
  await expect(call('session.end', {})).resolves.toEqual({ done: true })
  const ids = requests.map(({ body }) => body.requestId)
  expect(ids).toHaveLength(3)
  expect(ids[0]).toMatch(UUID)
  expect(new Set(ids).size).toBe(1)
})

test('after three silent attempts the resident hears that the network is down', async () => {
  answer('content.filters', 'NO_NETWORK')
  await expect(call('content.filters', {})).rejects.toMatchObject({ code: 'NETWORK' })
  expect(requests).toHaveLength(3)
})

test('a refusal is not repeated and keeps its code', async () => {
  answer('recruitment.scan', { refuse: 'CODE_REVOKED' })
  const failure = await call('recruitment.scan', { scene: 'abcdefgh' }).catch((error) => error)
  expect(failure).toBeInstanceOf(ApiError)
  expect(failure.code).toBe('CODE_REVOKED')
  expect(requests).toHaveLength(1)
})

test('reading sends no requestId, and the session only in the header', async () => {
  signIn()
  answer('content.filters', { fraudTypes: [], audiences: [] })
  await call('content.filters', {})
  expect(requests[0]?.body).toEqual({})
  expect(requests[0]?.token).toBe('Bearer a-token')
})

test('a dead session is dropped, so that the resident can sign in again', async () => {
  signIn()
  answer('members.me', { refuse: 'SESSION_EXPIRED' })
  await expect(call('members.me', {})).rejects.toMatchObject({ code: 'SESSION_EXPIRED' })
  expect(useSession.getState().session).toBeNull()
  expect(useSession.getState().expired).toBe(true)
})
