import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { periodKeysAt } from '../../../domain/boards/period'
import { entriesForCredit } from '../../../domain/ledger/entries-for-credit'
import { RULES } from '../../../domain/recruitment/rules'
import { rebuildScores } from '../../../server/boards/rebuild'
import {
  type BoardQuery,
  countStanding,
  rowsNear,
  standingOf,
  topRows,
} from '../../../server/boards/store'
import { periodsOfEntry, postEntries } from '../../../server/ledger/store'
import { memberIdOfOpenid } from '../../../server/platform/identity'
import { aTestCounty, staff } from '../../fixtures/a-county'
import { aWorld, type World } from '../../fixtures/a-world'
import { type NaiveRow, naiveBoard } from '../../fixtures/naive-board'

const PROMOTERS = 12
const VOLUNTEERS = 12
const EVERYBODY = 10_000
const shanghai = (text: string) => Date.parse(`${text}+08:00`)
/** Where periods meet: midnights, Mondays, month and year ends, a leap day, a week 53. */
const TURNS = [
  '2020-02-29T00:00:00',
  '2020-03-01T00:00:00',
  '2020-12-28T00:00:00',
  '2021-01-01T00:00:00',
  '2021-01-04T00:00:00',
  '2021-06-28T00:00:00',
  '2021-07-01T00:00:00',
  '2021-07-05T00:00:00',
  '2024-12-30T00:00:00',
].map(shanghai)
const HOUR = 3_600_000

let world: World
const promoters: string[] = []
const volunteers: string[] = []
const leftOut = new Set<string>()

beforeAll(async () => {
  world = await aWorld()
  const county = await aTestCounty(world)
  for (let at = 0; at < PROMOTERS; at++) promoters.push(await aMember(`promoter-${at}`))
  for (let at = 0; at < VOLUNTEERS; at++) volunteers.push(await aMember(`volunteer-${at}`))
  leftOut.add(await staff(world, 'promoter-0', 'station_chief', county.westId))
  leftOut.add(await staff(world, 'promoter-1', 'super_admin', county.centreId))
  leftOut.add(await staff(world, 'volunteer-0', 'super_admin', county.centreId))
  const closed = promoters[2] ?? ''
  await world.pool.query('update member set closed_at = now() where id = $1', [closed])
  leftOut.add(closed)
})
afterAll(() => world?.close())

const aMember = (openid: string) =>
  world.db.transaction().execute((tx) =>
    memberIdOfOpenid(tx, openid, {
      now: new Date(),
      newId: randomUUID,
      secrets: world.deps.secrets,
    }),
  )

interface Credit {
  readonly promoter: number | null
  readonly volunteer: number
  readonly atMs: number
}
const credit: fc.Arbitrary<Credit> = fc.record({
  promoter: fc.option(fc.integer({ min: 0, max: PROMOTERS - 1 }), { freq: 8 }),
  volunteer: fc.integer({ min: 0, max: VOLUNTEERS - 1 }),
  atMs: fc
    .tuple(
      fc.constantFrom(...TURNS),
      fc.constantFrom(-25 * HOUR, -HOUR, -1, 0, 0, 1, HOUR, 23 * HOUR),
    )
    .map(([turn, off]) => turn + off),
})

function post({ promoter, volunteer, atMs }: Credit): Promise<void> {
  const sourceId = randomUUID()
  const promoterId = promoter === null ? null : (promoters[promoter] ?? null)
  const volunteerId = volunteers[volunteer] ?? ''
  return world.db.transaction().execute((tx) =>
    postEntries(tx, {
      entries: entriesForCredit({ sourceId, promoterId, volunteerId }, RULES),
      source: { kind: 'history', id: sourceId },
      fenceId: null,
      ruleVersion: RULES.version,
      at: new Date(atMs),
    }),
  )
}

const queriesOf = (credits: readonly Credit[]): BoardQuery[] => {
  const periods = new Set(credits.flatMap(({ atMs }) => Object.values(periodKeysAt(atMs))))
  return [...periods].flatMap((period) => [
    { role: 'promoter' as const, measure: 'recruits' as const, period },
    { role: 'promoter' as const, measure: 'points' as const, period },
    { role: 'volunteer' as const, measure: 'points' as const, period },
    { role: 'volunteer' as const, measure: 'recruits' as const, period },
  ])
}

test('whatever happened when, every board of every period equals a plain recount of the ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(credit, { minLength: 1, maxLength: 40 }), async (credits) => {
      await Promise.all(credits.map(post))
      for (const query of queriesOf(credits)) await expectBoard(query)
      const report = await world.db.transaction().execute((tx) => rebuildScores(tx))
      expect(report.differed).toBe(0)
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 60_000)

async function expectBoard(query: BoardQuery): Promise<void> {
  const naive = await naiveBoard(world, query, leftOut)
  await world.db.transaction().execute(async (tx) => {
    const rows = await topRows(tx, query, EVERYBODY)
    expect(rows.map((row) => [row.member_id, row.score, row.rank])).toEqual(naive.map(asRow))
    expect(await countStanding(tx, query)).toBe(naive.length)
    for (const at of [0, Math.floor(naive.length / 2), naive.length - 1]) {
      const one = naive[at]
      if (!one) continue
      const higher = naive.map(({ score }) => score).filter((score) => score > one.score)
      expect(await standingOf(tx, query, one.memberId)).toEqual({
        score: one.score,
        rank: one.rank,
        next: higher.length > 0 ? Math.min(...higher) : null,
      })
      const near = await rowsNear(tx, query, one.memberId)
      expect(near.map((row) => [row.member_id, row.score, row.rank])).toEqual(
        naive.slice(Math.max(0, at - 2), at + 3).map(asRow),
      )
    }
    const three = await topRows(tx, query, 3)
    expect(three.map((row) => [row.member_id, row.score, row.rank])).toEqual(
      naive.slice(0, 3).map(asRow),
    )
  })
}
const asRow = ({ memberId, score, rank }: NaiveRow) => [memberId, score, rank]

test('an entry posted twice moves nothing the second time', async () => {
  const volunteerId = volunteers[3] ?? ''
  const entries = entriesForCredit({ sourceId: 'twice', promoterId: null, volunteerId }, RULES)
  const posting = {
    entries,
    source: { kind: 'history' as const, id: 'twice' },
    fenceId: null,
    ruleVersion: RULES.version,
    at: new Date(shanghai('2022-05-05T12:00')),
  }
  for (let time = 0; time < 3; time++)
    await world.db.transaction().execute((tx) => postEntries(tx, posting))
  const query = { role: 'volunteer', measure: 'points', period: '2022-05-05' } as const
  const [first] = await world.db.transaction().execute((tx) => topRows(tx, query, 10))
  expect(first).toMatchObject({ member_id: volunteerId, score: RULES.volunteerPoints })
})

test('the database counts an instant in the same periods as the rules do', async () => {
  const near = TURNS.flatMap((turn) => [-HOUR, -1, 0, 1, HOUR].map((off) => turn + off))
  const anywhere = fc.sample(
    fc.integer({ min: shanghai('1993-01-01T00:00'), max: shanghai('2099-12-31T00:00') }),
    2000,
  )
  const instants = [...near, ...anywhere]
  const { rows } = await sql<{ n: number; periods: string[] }>`
    select e.n::int as n, array_agg(p.period) as periods
    from unnest(${instants.map((ms) => new Date(ms).toISOString())}::timestamptz[])
      with ordinality as e (at, n)
    cross join lateral ${periodsOfEntry} p group by e.n order by e.n`.execute(world.db)
  expect(rows).toHaveLength(instants.length)
  for (const { n, periods } of rows) {
    const keys = Object.values(periodKeysAt(instants[n - 1] ?? 0))
    expect([...periods].sort()).toEqual([...keys].sort())
  }
})
