import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { type ImportReport, importScans } from '../../../server/history/import-scans'
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
import { shownBoards } from '../../fixtures/history/boards'
import { aFile, HEADER } from '../../fixtures/history/files'

let world: World
let county: TestCounty
beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
})
afterAll(() => world.close())

const AT = '2021-07-03T09:30:00+08:00'
let made = 0
/** A line with defaults; every id it does not name is its own. */
function aLine(scan: Partial<Record<string, string>> = {}): string {
  made += 1
  const row: Record<string, string> = {
    event_id: `event-${made}`,
    occurred_at: AT,
    received_at: '',
    promoter: `promoter-${made}`,
    volunteer: `volunteer-${made}`,
    kind: 'scan',
    lng: '',
    lat: '',
    accuracy_m: '',
    ...scan,
  }
  return HEADER.split(',')
    .map((column) => row[column])
    .join()
}

async function load(...lines: string[]): Promise<ImportReport> {
  const file = aFile([HEADER, ...lines].join('\n'))
  return importScans(world.db, { file, crs: 'gcj02', orgId: county.centreId }).finally(() =>
    rmSync(file),
  )
}

const outcomesOf = async (...lines: string[]) => (await load(...lines)).outcomes
const scoreOf = async (who: string, board = 'promoter recruits', period = 'all') =>
  (await shownBoards(world)).boards[period]?.[board]?.[who] ?? 0

test('each reason a scan did not count is counted by its name', async () => {
  const pair = { promoter: 'reasons-P', volunteer: 'reasons-V' }
  const outcomes = await outcomesOf(
    aLine(pair),
    aLine({ ...pair, occurred_at: '2021-07-03T09:31:00+08:00' }),
    aLine({ ...pair, occurred_at: '2021-07-03T09:31:01+08:00' }),
    aLine({ ...pair, promoter: 'reasons-Q', occurred_at: '2021-07-04T09:31:01+08:00' }),
    aLine({ promoter: 'reasons-P', volunteer: 'reasons-P' }),
    aLine({ promoter: 'reasons-Q', volunteer: 'reasons-P' }),
    aLine({ ...pair, kind: 'share' }),
    aLine({ ...pair, lng: String(THREE_KM_OFF.lng), lat: String(THREE_KM_OFF.lat) }),
  )
  expect(outcomes).toEqual({
    credited: 1,
    double_tap: 1,
    later_scan: 1,
    other_promoter: 1,
    self_scan: 1,
    staff: 1,
    not_a_scan: 1,
    outside: 1,
  })
  expect(await scoreOf('reasons-P')).toBe(1)
  expect(await scoreOf('reasons-Q')).toBe(0)
})

test('the first is told by occurrence, then receipt, then the id byte by byte', async () => {
  const v = { volunteer: 'order-V' }
  await load(
    aLine({ ...v, promoter: 'order-late', received_at: '2021-07-03T09:40:00+08:00' }),
    aLine({ ...v, promoter: 'order-b', received_at: AT, event_id: 'order-a' }),
    aLine({ ...v, promoter: 'order-a', received_at: AT, event_id: 'order-B' }),
    aLine({ ...v, promoter: 'order-slow', occurred_at: '2021-07-03T09:30:00.000001+08:00' }),
  )
  expect(await scoreOf('order-a')).toBe(1)
})

test('a scan received before it occurred is taken as its phone wrote it', async () => {
  const outcomes = await outcomesOf(aLine({ received_at: '2021-07-01T00:00:00+08:00' }))
  expect(outcomes).toEqual({ credited: 1 })
})

test('of one id with two contents the earlier stays, and the file is said to contradict', async () => {
  const id = { event_id: 'twice' }
  const report = await load(
    aLine({ ...id, promoter: 'twice-late', occurred_at: '2021-07-05T00:00:00Z' }),
    aLine({ ...id, promoter: 'twice-early' }),
  )
  expect(report).toMatchObject({ rows: 2, added: 1, repeated: 1, contradicting: 1 })
  expect(await scoreOf('twice-early')).toBe(1)
  const later = await load(
    aLine({ ...id, promoter: 'twice-third', occurred_at: '2020-01-01T00:00Z' }),
  )
  expect(later).toMatchObject({ added: 0, known: 1, contradicting: 1, outcomes: {} })
})

test('a later file never takes a volunteer from the promoter of an earlier file', async () => {
  await load(aLine({ promoter: 'files-first', volunteer: 'files-V' }))
  const earlier = { volunteer: 'files-V', occurred_at: '2020-01-01T00:00:00Z' }
  expect(await outcomesOf(aLine({ ...earlier, promoter: 'files-second' }))).toEqual({
    other_promoter: 1,
  })
})

test('a promoter is nobody’s recruit, though a scan of his own or a far one makes nobody promoter', async () => {
  const outcomes = await outcomesOf(
    aLine({ promoter: 'staff-A', volunteer: 'staff-X' }),
    aLine({ promoter: 'staff-B', volunteer: 'staff-A' }),
    aLine({ promoter: 'staff-self', volunteer: 'staff-self' }),
    aLine({ promoter: 'staff-B', volunteer: 'staff-self' }),
  )
  expect(outcomes).toEqual({ credited: 2, staff: 1, self_scan: 1 })
})

test('who is bound by a live recruitment stays bound to that promoter', async () => {
  const promoter = await aPromoter(world, county, 'live-promoter')
  const recruited = await visit(world, 'live-resident', { scene: promoter.scene, at: WEST })
  expect(recruited.state).toBe('credited')
  await world.pool.query(
    `update member set external_id = 'live-V' from binding b
     where b.volunteer_id = member.id and b.promoter_id = $1`,
    [promoter.memberId],
  )
  expect(await outcomesOf(aLine({ promoter: 'live-P', volunteer: 'live-V' }))).toEqual({
    other_promoter: 1,
  })
  expect(await scoreOf('live-P')).toBe(0)
})

test('a place inside binds to its fence; only verdict, cell and bucket of it are kept', async () => {
  const id = randomUUID()
  await load(
    aLine({ event_id: id, lng: String(EAST.lng), lat: String(EAST.lat), accuracy_m: '20' }),
  )
  const { rows } = await world.pool.query('select * from history_event where event_id = $1', [id])
  expect(rows[0]).toMatchObject({
    verdict: 'inside',
    fence_id: county.eastFenceId,
    cell: '121.15,30.05',
    distance_bucket: 3000,
  })
  const { rows: bound } = await world.pool.query(
    'select fence_id from binding where source_id = $1',
    [id],
  )
  expect(bound).toEqual([{ fence_id: county.eastFenceId }])
})

test('a place outside China is outside, and zero-zero is what a phone without a fix writes', async () => {
  const outcomes = await outcomesOf(
    aLine({ lng: '-73.98', lat: '40.75' }),
    aLine({ lng: '0', lat: '0.0' }),
  )
  expect(outcomes).toEqual({ outside: 1, credited: 1 })
})

test('a credit counts in the ISO week, month and day that it was in Shanghai', async () => {
  await load(aLine({ promoter: 'week-P', occurred_at: '2021-01-03T16:00:00Z' }))
  const at = (period: string) => scoreOf('week-P', 'promoter recruits', period)
  expect(await at('2021-W01')).toBe(1)
  expect(await at('2021-01-04')).toBe(1)
  expect(await at('2020-W53')).toBe(0)
})

test('two imports of one file at the same time end like one', async () => {
  const lines = Array.from({ length: 200 }, (_, n) =>
    aLine({ promoter: `both-${n % 7}`, volunteer: `both-V${n % 90}` }),
  )
  const [one, other] = await Promise.all([load(...lines), load(...lines)])
  expect(one.added + other.added).toBe(200)
  expect((one.outcomes.credited ?? 0) + (other.outcomes.credited ?? 0)).toBe(90)
})
