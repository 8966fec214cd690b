import { aPromoter, aTestCounty, type TestCounty, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty
let scene: string

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  scene = (await aPromoter(world, county, 'promoter-1')).scene
})
afterAll(() => world?.close())

const me = (openid: string) => world.ok(openid, 'members.me', {})
const list = async (input: object) => (await world.ok('boss', 'members.list', input)).items

test('somebody new is a neighbour without roles, points or consents', async () => {
  expect(await me('new-1')).toEqual({
    id: expect.any(String),
    displayName: expect.stringMatching(/^街坊\d{4}$/),
    publicName: false,
    roles: [],
    points: { promoter: 0, volunteer: 0 },
    volunteer: null,
    promoter: null,
    consents: [],
  })
})

test('a volunteer sees the unit, the promoter, since when and the points', async () => {
  await visit(world, 'volunteer-1', { scene, at: WEST })
  expect(await me('volunteer-1')).toMatchObject({
    roles: [{ role: 'volunteer', org: { name: '西镇派出所' } }],
    points: { promoter: 0, volunteer: 5 },
    volunteer: { unit: '西镇派出所', credit: 'credited', reasons: [] },
  })
})

test('one whose credit is held reads why, and keeps the better outcome after another visit', async () => {
  await visit(world, 'held-1', { scene })
  expect((await me('held-1')).volunteer).toMatchObject({
    credit: 'held',
    reasons: ['PLACE_UNKNOWN'],
  })
  await visit(world, 'held-1', { scene, at: WEST })
  expect((await me('held-1')).volunteer).toMatchObject({ credit: 'held' })
})

test('a promoter who was a volunteer before is both, with points of both kinds', async () => {
  await visit(world, 'both-1', { scene, at: WEST })
  const own = await aPromoter(world, county, 'both-1')
  await visit(world, 'taught-by-both', { scene: own.scene, at: WEST })
  expect(await me('both-1')).toMatchObject({
    roles: [{ role: 'promoter' }, { role: 'volunteer' }],
    points: { promoter: 10, volunteer: 5 },
    promoter: { state: 'approved', org: { name: '西镇派出所' } },
  })
})

describe('a consent', () => {
  const set = (kind: 'location' | 'public_name', given: boolean) =>
    world.ok('careful-1', 'members.setConsent', { kind, given })

  test('is given and withdrawn separately, and each time is kept with its version', async () => {
    await set('location', true)
    await set('public_name', true)
    expect((await me('careful-1')).consents.map(({ kind }) => kind).sort()).toEqual([
      'location',
      'public_name',
    ])
    await set('location', false)
    expect((await me('careful-1')).consents.map(({ kind }) => kind)).toEqual(['public_name'])
    await set('location', true)
    const { rows } = await world.pool.query(
      `select c.kind, c.version, c.withdrawn_at is null as standing from consent c
       join member m on m.id = c.member_id where m.openid_hmac = $1 order by kind, given_at`,
      [world.deps.secrets.index('openid', 'careful-1')],
    )
    expect(rows).toEqual([
      { kind: 'location', version: '2026-11', standing: false },
      { kind: 'location', version: '2026-11', standing: true },
      { kind: 'public_name', version: '2026-11', standing: true },
    ])
  })

  test('given twice is one, withdrawn twice is withdrawn, given ten times at once is one', async () => {
    await set('location', true)
    await set('location', true)
    await Promise.all(Array.from({ length: 10 }, () => set('public_name', true)))
    expect((await me('careful-1')).consents).toHaveLength(2)
    await set('location', false)
    await set('location', false)
    await set('public_name', false)
    expect((await me('careful-1')).consents).toEqual([])
  })

  test('changes nobody else’s', async () => {
    await world.ok('other-1', 'members.setConsent', { kind: 'location', given: true })
    await set('location', false)
    expect((await me('other-1')).consents).toHaveLength(1)
  })
})

describe('the list of people', () => {
  test('is searched by role, org and name, taking % and _ as what they are', async () => {
    expect(await list({ role: 'station_chief' })).toHaveLength(2)
    expect((await list({ role: 'promoter' })).length).toBeGreaterThanOrEqual(2)
    expect((await list({ orgId: county.eastId })).map(({ roles }) => roles[0]?.role)).toEqual([
      'station_chief',
    ])
    expect((await list({ text: '街坊' })).length).toBeGreaterThan(3)
    expect(await list({ text: '街%坊' })).toEqual([])
    expect(await list({ text: '街坊____' })).toEqual([])
    expect(await list({ text: "' or 1=1" })).toEqual([])
  })

  test('shows a volunteer with the promoter who taught', async () => {
    const { id } = await me('volunteer-1')
    const row = (await list({ limit: 50 })).find((one) => one.id === id)
    expect(row).toMatchObject({
      promoterName: expect.stringMatching(/^宣传员\d{4}$/),
      points: { promoter: 0, volunteer: 5 },
      roles: [{ role: 'volunteer', orgName: '西镇派出所' }],
    })
  })

  test('leaves closed accounts out', async () => {
    const { id } = await me('leaving-1')
    await world.pool.query('update member set closed_at = now() where id = $1', [id])
    expect((await list({ limit: 50 })).map((one) => one.id)).not.toContain(id)
  })
})
