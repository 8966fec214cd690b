import { randomUUID } from 'node:crypto'
import { rebuildScores } from '../../../server/boards/rebuild'
import { aPromoter, aTestCounty, EAST, staff, type TestCounty, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty
const scenes: Record<string, string> = {}

const recruits = (period = 'all') => ({
  role: 'promoter' as const,
  measure: 'recruits' as const,
  period,
})
const points = (period = 'all') => ({
  role: 'volunteer' as const,
  measure: 'points' as const,
  period,
})
const top = (
  query: { role: 'promoter' | 'volunteer'; measure: 'recruits' | 'points'; period: string },
  openid: string | null = null,
) => world.ok(openid, 'boards.top', query)

async function recruit(promoter: string, count: number): Promise<void> {
  const at = promoter.startsWith('east') ? EAST : WEST
  const scene = scenes[promoter] ?? ''
  for (let n = 0; n < count; n++) await visit(world, `v-${randomUUID()}`, { scene, at })
}

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  expect(await top(recruits())).toMatchObject({ rows: [], members: 0 })
  for (const openid of ['west-1', 'west-2', 'west-3', 'west-4', 'east-1'])
    scenes[openid] = (
      await aPromoter(world, county, openid, openid.startsWith('east') ? 'east' : 'west')
    ).scene
  await recruit('west-1', 3)
  await recruit('west-2', 2)
  await recruit('east-1', 2)
  await recruit('west-3', 1)
})
afterAll(() => world?.close())

test('an empty board is an answer, not an error', async () => {
  for (const period of ['2019-W02', '2019-02', '2019-02-03'])
    expect(await top(recruits(period))).toMatchObject({ periodKey: period, rows: [], members: 0 })
  expect(await world.ok('west-4', 'boards.mine', recruits())).toMatchObject({ mine: null })
  expect(await world.ok('west-4', 'boards.near', recruits())).toMatchObject({ rows: [] })
})

test('equal scores share a rank (1, 2, 2, 4), and who got there first stands above', async () => {
  const { rows, members } = await top(recruits())
  expect(rows.map(({ rank, score, unit }) => [rank, score, unit])).toEqual([
    [1, 3, '西镇派出所'],
    [2, 2, '西镇派出所'],
    [2, 2, '东镇派出所'],
    [4, 1, '西镇派出所'],
  ])
  expect(members).toBe(4)
})

test('my place tells how far the next one is; at the top there is none', async () => {
  const mine = async (openid: string) => (await world.ok(openid, 'boards.mine', recruits())).mine
  expect(await mine('west-1')).toEqual({ rank: 1, score: 3, members: 4, toNext: null })
  expect(await mine('west-2')).toEqual({ rank: 2, score: 2, members: 4, toNext: 1 })
  expect(await mine('east-1')).toEqual({ rank: 2, score: 2, members: 4, toNext: 1 })
  expect(await mine('west-3')).toEqual({ rank: 4, score: 1, members: 4, toNext: 1 })
})

test('around me are at most two above and two below, and only I am marked', async () => {
  const { rows } = await world.ok('west-3', 'boards.near', recruits())
  expect(rows.map(({ rank, me }) => [rank, me])).toEqual([
    [2, false],
    [2, false],
    [4, true],
  ])
  expect((await top(recruits(), 'west-3')).rows.filter(({ me }) => me)).toHaveLength(1)
  expect((await top(recruits())).rows.filter(({ me }) => me)).toEqual([])
})

test('a board gives no id, openid or whole name to follow anybody by', async () => {
  const all = [
    await top(recruits()),
    await top(points()),
    await world.ok('west-3', 'boards.near', recruits()),
    await world.ok('west-3', 'boards.mine', recruits()),
  ]
  expect(JSON.stringify(all)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(JSON.stringify(all)).not.toMatch(/west-\d|east-\d|测试员|v-/)
  const { rows } = await top(points())
  expect(new Set(rows.map(({ displayName }) => displayName))).toEqual(new Set(['一位志愿者']))
})

test('nobody gets more than fifty rows', async () => {
  expect(await world.call(null, 'boards.top', { ...points(), limit: 51 })).toMatchObject({
    code: 'BAD_INPUT',
  })
  expect((await world.ok(null, 'boards.top', { ...points(), limit: 2 })).rows).toHaveLength(2)
})

test('who consents is named; who withdraws is hidden at the next look', async () => {
  const named = async () => (await top(recruits())).rows[0]?.displayName
  expect(await named()).toMatch(/^宣传员\d{4}$/)
  await world.ok('west-1', 'members.setConsent', { kind: 'public_name', given: true })
  expect(await named()).toBe('测试员')
  await world.ok('west-1', 'members.setConsent', { kind: 'public_name', given: false })
  expect(await named()).toMatch(/^宣传员\d{4}$/)
  expect(JSON.stringify(await top(recruits()))).not.toContain('测试员')
})

test('a volunteer who consents is shown by the pseudonym, and by no name after withdrawing', async () => {
  const scene = scenes['west-4'] ?? ''
  await visit(world, 'open-volunteer', { scene, at: WEST })
  const me = await world.ok('open-volunteer', 'members.me', {})
  const mine = async () =>
    (await top(points(), 'open-volunteer')).rows.find(({ me }) => me)?.displayName
  expect(await mine()).toBe('一位志愿者')
  await world.ok('open-volunteer', 'members.setConsent', { kind: 'public_name', given: true })
  expect(await mine()).toBe(me.displayName)
  await world.ok('open-volunteer', 'members.setConsent', { kind: 'public_name', given: false })
  expect(await mine()).toBe('一位志愿者')
})

test('a name nobody has approved is never shown, whatever an applicant writes', async () => {
  const scene = scenes['west-4'] ?? ''
  await visit(world, 'boaster', { scene, at: WEST })
  await world.ok('boaster', 'promoters.apply', {
    orgId: county.westId,
    fenceId: null,
    staffName: '加微信领奖',
  })
  await world.ok('boaster', 'members.setConsent', { kind: 'public_name', given: true })
  expect(JSON.stringify(await top(points(), 'boaster'))).not.toContain('加微信领奖')
  expect((await world.ok('boaster', 'members.me', {})).displayName).not.toContain('加微信')
})

test('people who may approve or adjust leave the board when they get that right', async () => {
  expect((await world.ok('west-3', 'boards.mine', recruits())).mine).not.toBeNull()
  await staff(world, 'west-3', 'station_chief', county.westId)
  expect((await world.ok('west-3', 'boards.mine', recruits())).mine).toBeNull()
  expect((await top(recruits())).rows.map(({ score }) => score)).not.toContain(0)
  await world.pool.query(
    `update role_assignment set until = now() where role = 'station_chief'
     and member_id in (select member_id from role_assignment where role = 'promoter')`,
  )
  expect((await world.ok('west-3', 'boards.mine', recruits())).mine).not.toBeNull()
})

test('an org that has switched its boards off has no promoter on them', async () => {
  await world.pool.query('update org set boards_on = false where id = $1', [county.eastId])
  expect((await top(recruits())).rows.map(({ unit }) => unit)).not.toContain('东镇派出所')
  await world.pool.query('update org set boards_on = true where id = $1', [county.eastId])
  expect((await top(recruits())).rows.map(({ unit }) => unit)).toContain('东镇派出所')
})

describe('a rebuild', () => {
  const rebuild = () => world.db.transaction().execute((tx) => rebuildScores(tx))

  test('finds nothing to mend when nothing is wrong', async () => {
    const report = await rebuild()
    expect(report.differed).toBe(0)
    expect(report.entries).toBeGreaterThan(0)
    expect(report.rows).toBeGreaterThan(0)
  })

  test.each([
    [
      'one score too high',
      'update score set points = points + 1 where (role, period, member_id) = (select role, period, member_id from score order by 1, 2, 3 limit 1)',
      1,
    ],
    [
      'two rows missing',
      'delete from score where (role, period, member_id) in (select role, period, member_id from score order by 1, 2, 3 limit 2)',
      2,
    ],
    [
      'a row too many',
      "insert into score select role, '1999-W01', member_id, 5, 0, now() from score limit 1",
      1,
    ],
    [
      'a moment moved',
      "update score set reached_at = reached_at - interval '1 s' where (role, period, member_id) = (select role, period, member_id from score order by 1, 2, 3 limit 1)",
      1,
    ],
  ])('says how many rows differed and mends them: %s', async (_name, damage, differed) => {
    const before = await top(recruits())
    await world.pool.query(damage)
    expect(await rebuild()).toMatchObject({ differed })
    expect(await rebuild()).toMatchObject({ differed: 0 })
    expect({ ...(await top(recruits())), asOf: before.asOf }).toEqual(before)
  })

  test('loses no credit that arrives while it runs', async () => {
    const scene = scenes['west-4'] ?? ''
    const visits = Array.from({ length: 10 }, () =>
      visit(world, `v-${randomUUID()}`, { scene, at: WEST }),
    )
    await Promise.all([...visits, rebuild(), rebuild()])
    expect(await rebuild()).toMatchObject({ differed: 0 })
  })
})
