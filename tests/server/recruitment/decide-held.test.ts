import { aPromoter, aTestCounty, type TestCounty } from '../../fixtures/a-county'
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

const held = (openid: string) => visit(world, openid, { scene })
const decide = (as: string, recruitmentId: string, decision: 'credited' | 'refused' = 'credited') =>
  world.call(as, 'recruitment.decide', { recruitmentId, decision, reason: '当天见过本人' })

test('a chief credits a held recruitment with a reason; both boards move, once', async () => {
  const { id } = await held('held-1')
  expect((await decide('chief-west', id)).data).toEqual({ state: 'credited', reasons: [] })
  expect((await decide('chief-west', id, 'refused')).code).toBe('ALREADY_DECIDED')
  const mine = { role: 'promoter', measure: 'recruits', period: 'all' } as const
  expect((await world.ok('promoter-1', 'boards.mine', mine)).mine?.score).toBe(1)
  const me = await world.ok('held-1', 'members.me', {})
  expect(me).toMatchObject({ points: { volunteer: 5 }, volunteer: { credit: 'credited' } })
  const history = await world.ok('chief-west', 'recruitment.history', { recruitmentId: id })
  expect(history.events.at(-1)).toMatchObject({ kind: 'credited', detail: { byPerson: true } })
  const { items } = await world.ok('auditor', 'audit.list', {})
  expect(items[0]).toMatchObject({ action: 'recruitment.decide', reason: '当天见过本人' })
})

test('a refusal earns nobody points, and the member sees its reason class', async () => {
  const { id } = await held('held-2')
  await decide('boss', id, 'refused')
  const me = await world.ok('held-2', 'members.me', {})
  expect(me.points.volunteer).toBe(0)
  expect(me.volunteer).toMatchObject({ credit: 'refused', reasons: ['REFUSED_BY_PERSON'] })
})

test("nobody decides outside the own station, without the right, or about one's own recruits", async () => {
  const { id } = await held('held-3')
  expect((await decide('chief-east', id)).code).toBe('NOT_FOUND')
  for (const openid of ['auditor', 'editor', 'promoter-1', 'held-3'])
    expect((await decide(openid, id)).code).toBe('FORBIDDEN')
  const { memberId } = await aPromoter(world, county, 'promoter-2')
  await world.pool.query(
    `insert into role_assignment (id, member_id, role, org_id, since)
     values (gen_random_uuid(), $1, 'station_chief', $2, now())`,
    [memberId, county.westId],
  )
  const { code } = await world.ok('promoter-2', 'codes.mine', {})
  const own = await visit(world, 'held-4', { scene: code?.scene ?? '' })
  expect((await decide('promoter-2', own.id)).code).toBe('OWN_APPLICATION')
  expect((await decide('promoter-2', id)).code).toBeNull()
})

test('two who decide at once: one decision stands, and the points are written once', async () => {
  const { id } = await held('held-5')
  const answers = await Promise.all([
    decide('chief-west', id),
    decide('boss', id),
    decide('boss', id),
  ])
  expect(answers.map(({ code }) => code).sort()).toEqual([
    'ALREADY_DECIDED',
    'ALREADY_DECIDED',
    null,
  ])
  expect((await world.ok('held-5', 'members.me', {})).points.volunteer).toBe(5)
})
