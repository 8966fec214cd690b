import { aPromoter, aTestCounty, THREE_KM_OFF, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let promoterId: string
let scene: string

beforeAll(async () => {
  world = await aWorld()
  const county = await aTestCounty(world)
  const promoter = await aPromoter(world, county, 'promoter-1')
  promoterId = promoter.memberId
  scene = promoter.scene
  await visit(world, 'credited-1', { scene, at: WEST })
  await visit(world, 'credited-2', { scene, at: WEST })
  await visit(world, 'held-1', { scene })
  await visit(world, 'refused-1', { scene, at: THREE_KM_OFF })
})
afterAll(() => world?.close())

const mine = async (openid: string) => (await world.ok(openid, 'ledger.mine', {})).items

test('each credit is one entry that says what for, where, by which rules and from which recruitment', async () => {
  const { recruitment } = await world.ok('credited-1', 'recruitment.mine', {})
  expect(await mine('credited-1')).toEqual([
    {
      key: `learned:${recruitment?.id}`,
      what: 'learned',
      role: 'volunteer',
      points: 5,
      at: expect.any(String),
      fenceName: '西镇',
      ruleVersion: '2026-11-a',
      recruitmentId: recruitment?.id,
    },
  ])
  expect(await mine('promoter-1')).toMatchObject([
    { what: 'recruit', role: 'promoter', points: 10 },
    { what: 'recruit', role: 'promoter', points: 10 },
  ])
})

test('what is held or refused has no entry', async () => {
  expect(await mine('held-1')).toEqual([])
  expect(await mine('refused-1')).toEqual([])
})

test('points are the sum of the entries, on every page that shows them', async () => {
  for (const openid of ['promoter-1', 'credited-1', 'held-1']) {
    const entries = await mine(openid)
    const sum = (role: string) =>
      entries.filter((one) => one.role === role).reduce((all, { points }) => all + points, 0)
    expect((await world.ok(openid, 'members.me', {})).points).toEqual({
      promoter: sum('promoter'),
      volunteer: sum('volunteer'),
    })
  }
  const { items } = await world.ok('boss', 'members.list', { role: 'promoter' })
  expect(items.map(({ points }) => points)).toEqual([{ promoter: 20, volunteer: 0 }])
  expect(await world.ok('promoter-1', 'promoters.desk', {})).toMatchObject({
    credited: 2,
    held: 1,
    refused: 1,
    points: 20,
    today: 2,
    thisWeek: 2,
  })
})

test('the console reads the same entries as the member', async () => {
  const { items } = await world.ok('auditor', 'ledger.ofMember', { memberId: promoterId })
  expect(items).toEqual(await mine('promoter-1'))
})

test('the desk shows the newest recruits first, by pseudonym, with outcome and reason', async () => {
  const { recruits } = await world.ok('promoter-1', 'promoters.desk', {})
  expect(recruits.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
    ['refused', ['OUTSIDE_FENCE']],
    ['held', ['PLACE_UNKNOWN']],
    ['credited', []],
    ['credited', []],
  ])
  for (const { displayName } of recruits) expect(displayName).toMatch(/^街坊\d{4}$/)
})

test('history tells each step of a recruitment and its entries, with the rules that decided', async () => {
  const { recruitment } = await world.ok('credited-1', 'recruitment.mine', {})
  const history = await world.ok('auditor', 'recruitment.history', {
    recruitmentId: recruitment?.id ?? '',
  })
  expect(history.events.map(({ kind }) => kind)).toEqual([
    'scanned',
    'consented',
    'located',
    'learned',
    'passed',
    'credited',
  ])
  expect(history).toMatchObject({
    state: 'credited',
    verdict: 'inside',
    rule: 'INSIDE_P75',
    fenceVersion: 1,
    ruleVersion: '2026-11-a',
    entries: [
      { what: 'recruit', points: 10 },
      { what: 'learned', points: 5 },
    ],
  })
})

test('a promoter who has left has no desk', async () => {
  await world.pool.query('update promoter set left_at = now() where member_id = $1', [promoterId])
  expect(await world.call('promoter-1', 'promoters.desk', {})).toMatchObject({ code: 'FORBIDDEN' })
  const ended = await visit(world, 'after-leaving', { scene, at: WEST })
  expect(ended).toMatchObject({ state: 'refused', reasons: ['CODE_REVOKED_MEANWHILE'] })
  await world.pool.query('update promoter set left_at = null where member_id = $1', [promoterId])
})
