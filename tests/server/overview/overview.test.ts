import { periodKeysAt } from '../../../domain/boards/period'
import { aPromoter, aTestCounty, THREE_KM_OFF, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

const DAY = 86_400_000
let world: World
let scene: string

beforeAll(async () => {
  world = await aWorld()
  const county = await aTestCounty(world)
  scene = (await aPromoter(world, county, 'promoter-1')).scene
})
afterAll(() => world?.close())

const read = () => world.ok('boss', 'overview.read', {})
/** As if the newest recruitment of a person had been decided then. */
const move = (openid: string, at: Date) =>
  world.pool.query(
    `update recruitment r set scanned_at = $2, decided_at = $2 from member m
     where m.id = r.member_id and m.openid_hmac = $1`,
    [world.deps.secrets.index('openid', openid), at],
  )

test('a county where nothing has happened reads zeros over fourteen whole days', async () => {
  const overview = await read()
  expect(overview).toMatchObject({
    heldRecruitments: 0,
    volunteers: 0,
    thisWeek: { scanned: 0, credited: 0, held: 0, refused: 0 },
    lastWeekCredited: 0,
    byFence: [],
  })
  expect(overview.articles).toBeGreaterThanOrEqual(20)
  const now = Date.parse(overview.asOf)
  expect(overview.days.map(({ day }) => day)).toEqual(
    Array.from({ length: 14 }, (_, at) => periodKeysAt(now - (13 - at) * DAY).day),
  )
})

test('each outcome is counted on its day of Shanghai and in its week', async () => {
  await visit(world, 'credited-1', { scene, at: WEST })
  await visit(world, 'held-1', { scene })
  await visit(world, 'refused-1', { scene, at: THREE_KM_OFF })
  const overview = await read()
  expect(overview.thisWeek).toEqual({ scanned: 3, credited: 1, held: 1, refused: 1 })
  expect(overview.days.at(-1)).toMatchObject({ credited: 1, held: 1, refused: 1 })
  expect(overview).toMatchObject({ heldRecruitments: 1, volunteers: 2 })
  expect(overview.byFence).toEqual([{ name: '西镇', credited: 1 }])
})

test('the week turns on Monday at midnight in Shanghai, to the millisecond', async () => {
  const { asOf } = await read()
  const shifted = new Date(Date.parse(asOf) + 8 * 3_600_000)
  const midnight = Math.floor(shifted.getTime() / DAY) * DAY - 8 * 3_600_000
  const monday = midnight - ((shifted.getUTCDay() + 6) % 7) * DAY
  await move('credited-1', new Date(monday))
  expect(await read()).toMatchObject({ thisWeek: { credited: 1 }, lastWeekCredited: 0 })
  await move('credited-1', new Date(monday - 1))
  expect(await read()).toMatchObject({ thisWeek: { credited: 0 }, lastWeekCredited: 1 })
  await move('credited-1', new Date(monday - 7 * DAY))
  expect(await read()).toMatchObject({ lastWeekCredited: 1 })
  await move('credited-1', new Date(monday - 7 * DAY - 1))
  expect(await read()).toMatchObject({ thisWeek: { credited: 0 }, lastWeekCredited: 0 })
})

test('a day counts from midnight to midnight in Shanghai', async () => {
  const { asOf, days } = await read()
  const midnight = Date.parse(`${days.at(-1)?.day}T00:00:00+08:00`)
  expect(midnight).toBeLessThanOrEqual(Date.parse(asOf))
  await move('credited-1', new Date(midnight - 1))
  expect((await read()).days.map(({ credited }) => credited)).toEqual([...Array(12).fill(0), 1, 0])
  await move('credited-1', new Date(midnight))
  expect((await read()).days.map(({ credited }) => credited)).toEqual([...Array(13).fill(0), 1])
})
