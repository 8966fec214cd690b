import {
  aPromoter,
  aTestCounty,
  EAST,
  type TestCounty,
  THREE_KM_OFF,
  WEST,
} from '../../fixtures/a-county'
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

const board = (role: 'promoter' | 'volunteer', measure: 'recruits' | 'points') =>
  world.ok(null, 'boards.top', { role, measure, period: 'week' })

test('a resident inside the fence learns, passes and becomes a volunteer; both boards move', async () => {
  const ended = await visit(world, 'in-1', { scene, at: WEST })
  expect(ended).toMatchObject({ state: 'credited', reasons: [], points: 5 })
  expect((await board('promoter', 'recruits')).rows).toMatchObject([{ rank: 1, score: 1 }])
  expect((await board('volunteer', 'points')).rows).toMatchObject([{ rank: 1, score: 5 }])
  const me = await world.ok('in-1', 'members.me', {})
  expect(me.volunteer).toMatchObject({ unit: '西镇派出所', credit: 'credited' })
})

test('three kilometres outside is learned and welcomed, not credited, and the reason is shown', async () => {
  const ended = await visit(world, 'out-1', { scene, at: THREE_KM_OFF })
  expect(ended).toMatchObject({ state: 'refused', reasons: ['OUTSIDE_FENCE'], points: 0 })
  const me = await world.ok('out-1', 'members.me', {})
  expect(me.roles.map(({ role }) => role)).toEqual(['volunteer'])
  expect(me.points.volunteer).toBe(0)
})

test('the neighbouring town is outside the fence of the code', async () => {
  const ended = await visit(world, 'east-1', { scene, at: EAST })
  expect(ended).toMatchObject({ state: 'refused', reasons: ['OUTSIDE_FENCE'] })
})

test('who refuses location chooses the village by hand and still joins', async () => {
  const ended = await visit(world, 'hand-1', { scene, areaId: county.westVillageId })
  expect(ended).toMatchObject({ state: 'credited', place: { verdict: 'declared' } })
})

test('a village of another fence is held for a person to look at', async () => {
  const ended = await visit(world, 'hand-2', { scene, areaId: county.eastVillageId })
  expect(ended).toMatchObject({ state: 'held', reasons: ['DECLARED_ELSEWHERE'] })
})

test('without any place the credit is held, never denied', async () => {
  expect(await visit(world, 'none-1', { scene })).toMatchObject({
    state: 'held',
    reasons: ['PLACE_UNKNOWN'],
  })
})

test('a fix of 800 m proves nothing, so it is held', async () => {
  const ended = await visit(world, 'coarse-1', { scene, at: WEST, accuracyMeters: 800 })
  expect(ended).toMatchObject({ state: 'held', reasons: ['PLACE_UNKNOWN'] })
})

test('who came refused from afar may still be bound later, on the spot', async () => {
  await visit(world, 'later-1', { scene, at: THREE_KM_OFF })
  expect(await visit(world, 'later-1', { scene, at: WEST })).toMatchObject({ state: 'credited' })
})

test('a second visit of a bound volunteer changes nothing', async () => {
  await visit(world, 'twice-1', { scene, at: WEST })
  const again = await visit(world, 'twice-1', { scene, at: WEST })
  expect(again).toMatchObject({
    state: 'refused',
    reasons: ['ALREADY_VOLUNTEER'],
    alreadyVolunteer: true,
  })
  const { rows } = await world.pool.query(
    `select count(*)::int as n from ledger_entry e join member m on m.id = e.member_id
     where m.openid_hmac = $1`,
    [world.deps.secrets.index('openid', 'twice-1')],
  )
  expect(rows[0].n).toBe(1)
})

test('nothing of the point itself is stored, only verdict, fence, cell and bucket', async () => {
  await visit(world, 'private-1', { scene, at: { lng: 121.054321, lat: 30.054321 } })
  const { rows } = await world.pool.query(
    `select r.place_cell, r.place_distance_bucket, to_jsonb(r)::text as row,
      (select string_agg(e.detail::text, '') from recruitment_event e where e.recruitment_id = r.id) as events
     from recruitment r order by scanned_at desc limit 1`,
  )
  expect(rows[0].place_cell).toBe('121.05,30.05')
  expect(rows[0].row + rows[0].events).not.toMatch(/121\.0543|30\.0543/)
})

test('where the org has no fence nobody is outside: it is held for a person', async () => {
  const { applicationId } = await world.ok('promoter-far', 'promoters.apply', {
    orgId: county.centreId,
    fenceId: null,
    staffName: '无围栏',
  })
  await world.ok('boss', 'promoters.approve', { applicationId })
  const { code } = await world.ok('promoter-far', 'codes.mine', {})
  const ended = await visit(world, 'nofence-1', { scene: code?.scene ?? '', at: WEST })
  expect(ended).toMatchObject({ state: 'held', reasons: ['NO_FENCE'] })
})
