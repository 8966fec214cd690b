import { randomUUID } from 'node:crypto'
import { aPromoter, aTestCounty, type TestCounty, WEST } from '../../fixtures/a-county'
import { aDoor, aSession, type Door, expectRefusal, rowCounts } from '../../fixtures/a-door'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty
let door: Door
let token: string
let boss: string
let scene: string
let before: Record<string, number>

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  door = await aDoor(world)
  scene = (await aPromoter(world, county, 'promoter-1')).scene
  token = (await aSession(world, 'resident-1')).token
  boss = (await aSession(world, 'boss')).token
  before = await rowCounts(world)
})
afterAll(async () => {
  await door?.close()
  await world?.close()
})
afterEach(async () => expect(await rowCounts(world)).toEqual(before))

const place = (changed: object) => ({
  place: { ...WEST, accuracyMeters: 15, crs: 'gcj02', ...changed },
})

describe('an action nobody knows', () => {
  test.each([
    'recruitment.steal',
    'toString',
    '__proto__',
    'constructor',
    '',
    'boards',
    'a/b',
    '%00',
  ])('%p is answered as unknown', async (action) =>
    expectRefusal(await door.post(action, {}, token), 'UNKNOWN_ACTION'),
  )

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)(
    '%s is no way to ask',
    async (method) =>
      expectRefusal(await door.send({ method, url: '/api/boards.top' }), 'UNKNOWN_ACTION'),
  )

  test('an address that is not even well-formed is answered, not dropped', async () => {
    expectRefusal(await door.send({ method: 'POST', url: '/api/%E0%A4%A' }), 'UNKNOWN_ACTION')
  })
})

describe('a body that is no JSON object', () => {
  test.each(['{', 'not json', '[]', '[1,2]', '"text"', '1', 'true', '{"a":1}}', '\u0000'])(
    '%p is refused',
    async (body) => expectRefusal(await door.post('codes.verify', body), 'BAD_JSON'),
  )

  test.each(['{"__proto__":{"role":"super_admin"}}', '{"constructor":{"prototype":{"x":1}}}'])(
    'a poisoned prototype %p is refused before anything reads it',
    async (body) => {
      expectRefusal(await door.post('recruitment.mine', body, token), 'BAD_JSON')
      expect(({} as Record<string, unknown>).x).toBeUndefined()
      expect(({} as Record<string, unknown>).role).toBeUndefined()
    },
  )

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ])('sent as %s it is refused', async (type) =>
    expectRefusal(
      await door.send({
        method: 'POST',
        url: '/api/codes.verify',
        headers: { 'content-type': type },
        payload: `{"scene":"${scene}"}`,
      }),
      'BAD_JSON',
    ),
  )

  test('one megabyte is refused for its size, before it has been sent', async () => {
    const replied = await door.send({
      method: 'POST',
      url: '/api/codes.verify',
      headers: { 'content-type': 'application/json', 'content-length': '1000000' },
      payload: `{"scene":"${'x'.repeat(10_000)}`,
    })
    expectRefusal(replied, 'BODY_TOO_LARGE')
  })

  test('nor does it help not to say how long it is', async () => {
    const replied = await door.send({
      method: 'POST',
      url: '/api/codes.verify',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      payload: `{"scene":"${'x'.repeat(300_000)}"}`,
    })
    expectRefusal(replied, 'BODY_TOO_LARGE')
  })
})

describe('keys of the prototype through an event', () => {
  test.each([
    JSON.parse('{"__proto__":{"role":"super_admin"},"constructor":{"prototype":{"x":1}}}'),
    JSON.parse('{"hasOwnProperty":1}'),
  ])('%j is an unknown field', async (input) => {
    const answered = await world.call('resident-1', 'recruitment.mine', input)
    expect(answered).toMatchObject({ status: 400, code: 'BAD_INPUT' })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('fields', () => {
  test.each<[string, string, object]>([
    ['missing', 'codes.verify', {}],
    ['one too many', 'codes.verify', { scene: 'x'.repeat(24), role: 'super_admin' }],
    ['an operator in place of a text', 'codes.verify', { scene: { $gt: '' } }],
    ['a list in place of a text', 'codes.verify', { scene: ['x'.repeat(24)] }],
    ['too short', 'codes.verify', { scene: 'short' }],
    ['too long', 'codes.verify', { scene: 'x'.repeat(33) }],
    ['with a sign WeChat does not allow', 'codes.verify', { scene: `${'x'.repeat(20)}';--` }],
    ['page of 51', 'content.list', { limit: 51 }],
    ['page of 0', 'content.list', { limit: 0 }],
    ['page of 1.5', 'content.list', { limit: 1.5 }],
    ['page of "20"', 'content.list', { limit: '20' }],
    ['a board role of its own', 'boards.top', { role: 'police', measure: 'points', period: 'day' }],
    [
      'a score column of its own',
      'boards.top',
      { role: 'promoter', measure: 'member_id', period: 'day' },
    ],
    ['no UUID', 'areas.children', { parentId: '1 or 1=1' }],
    ['a NUL in a text', 'areas.search', { text: 'a\u0000b' }],
    ['half a character in a text', 'areas.search', { text: 'a\ud800' }],
    ['a NUL in a filter', 'content.list', { fraudType: '\u0000' }],
  ])('%s: %s is refused', async (_name, action, body) => {
    expectRefusal(await door.post(action, body, token), 'BAD_INPUT')
  })

  test('the refusal names the field and what was expected', async () => {
    const { body } = await door.post('content.list', { limit: 51 })
    expect(body.error?.details).toEqual({
      issues: [{ path: 'limit', expected: expect.stringContaining('50') }],
    })
  })
})

describe('coordinates', () => {
  test.each<[string, string]>([
    ['NaN', '{"place":{"lng":NaN,"lat":30,"accuracyMeters":1,"crs":"gcj02"}}'],
    ['Infinity', '{"place":{"lng":Infinity,"lat":30,"accuracyMeters":1,"crs":"gcj02"}}'],
  ])('%s is no JSON', async (_name, body) =>
    expectRefusal(await door.post('fences.locate', body), 'BAD_JSON'),
  )

  test('a number beyond all numbers is refused', async () => {
    const body = '{"place":{"lng":1e999,"lat":30,"accuracyMeters":1,"crs":"gcj02"}}'
    expectRefusal(await door.post('fences.locate', body), 'BAD_INPUT')
  })

  test.each([
    { lng: 'NaN' },
    { lng: null },
    { lat: '30.05' },
    { lat: 91 },
    { lng: 181 },
    { lng: undefined },
    { crs: 'cgcs2000' },
    { accuracyMeters: '15' },
    { accuracyMeters: 1e9 },
  ])('%p is refused', async (changed) =>
    expectRefusal(await door.post('fences.locate', place(changed)), 'BAD_INPUT'),
  )

  test.each([
    { lng: 0, lat: 0 },
    { lng: 30.05, lat: 72 },
    { lng: 2.35, lat: 48.85 },
    { lng: -121, lat: 30 },
  ])('%p lies outside China', async (changed) =>
    expectRefusal(await door.post('fences.locate', place(changed)), 'COORDINATES_OUTSIDE_CHINA'),
  )

  test.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
  ])('%s in an event is refused', async (_name, lng) => {
    const place = { ...WEST, lng, accuracyMeters: 15, crs: 'gcj02' } as const
    expect(await world.call(null, 'fences.locate', { place })).toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('what does not exist', () => {
  const nobody = randomUUID()
  const requestId = randomUUID()
  test('a code nobody printed', async () => {
    expectRefusal(await door.post('codes.verify', { scene: 'A'.repeat(24) }), 'CODE_UNKNOWN')
  })
  test.each(['2021-W54', '2021-02-30', '2021-00', '2021-W00'])('the period %s', async (period) => {
    const query = { role: 'promoter', measure: 'points', period }
    expectRefusal(await door.post('boards.top', query), 'PERIOD_UNKNOWN')
    expectRefusal(await door.post('boards.mine', query, token), 'PERIOD_UNKNOWN')
  })
  test.each(['yesterday', '2021', '2021-W1', "2021-06' or 1=1"])(
    'no period at all: %s',
    async (period) =>
      expectRefusal(
        await door.post('boards.top', { role: 'promoter', measure: 'points', period }),
        'BAD_INPUT',
      ),
  )
  test.each<[string, object]>([
    ['content.read', { slug: 'no-such-article' }],
    ['areas.children', { parentId: nobody }],
    ['recruitment.lesson', { recruitmentId: nobody }],
    ['recruitment.history', { recruitmentId: nobody }],
    ['ledger.ofMember', { memberId: nobody }],
  ])('%s answers NOT_FOUND', async (action, body) =>
    expectRefusal(await door.post(action, body, boss), 'NOT_FOUND'),
  )
  test.each([undefined, null, '', 'not-a-uuid', 7, {}])('a request id of %p', async (id) => {
    const body = { kind: 'location', given: true, requestId: id }
    expectRefusal(await door.post('members.setConsent', body, token), 'REQUEST_ID_REQUIRED')
  })
  test('a caller, for what needs one', async () => {
    const body = { kind: 'location', given: true, requestId }
    expectRefusal(await door.post('members.setConsent', body), 'UNAUTHENTICATED')
  })
})
