import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { rebuildScores } from '../../../server/boards/rebuild'
import type { ImportOptions } from '../../../server/history/import-options'
import { importScans } from '../../../server/history/import-scans'
import { upsertOrg } from '../../../server/orgs/store'
import { aWorld, type World } from '../../fixtures/a-world'
import { forgetHistory, shownBoards } from '../../fixtures/history/boards'
import { fileOf } from '../../fixtures/history/files'
import { expectedBoards, type Scan } from '../../fixtures/history/oracle'

let world: World
let orgId: string
beforeAll(async () => {
  world = await aWorld()
  orgId = await world.db.transaction().execute((tx) =>
    upsertOrg(tx, {
      id: randomUUID(),
      parentId: null,
      kind: 'centre',
      code: 'centre',
      name: '反诈中心',
      areaId: null,
    }),
  )
})
afterAll(() => world.close())

/** Around the ends of an ISO year, a month and a Shanghai day, in steps that often tie. */
const START_MS = Date.UTC(2020, 11, 31, 15, 58)
const instant = fc.integer({ min: 0, max: 40 }).map((minutes) => START_MS + minutes * 30_000)
const someDay = fc.integer({ min: 0, max: 70 }).map((days) => START_MS + days * 86_400_000)
const at = fc.oneof(instant, someDay)
const scan = fc.record({
  id: fc.integer({ min: 1, max: 60 }).map((n) => (n % 7 === 0 ? `é${n}` : `e${n}`)),
  occurredMs: at,
  receivedMs: at,
  promoter: fc.constantFrom('P1', 'P2', 'p1', 'Ж3', 'P4'),
  volunteer: fc.oneof(
    fc.constantFrom('P1', 'P4', '李'),
    fc.integer({ min: 1, max: 12 }).map((n) => `V${n}`),
  ),
  kind: fc.constantFrom('scan', '', '扫码', 'share'),
}) satisfies fc.Arbitrary<Scan>
const history = fc.array(scan, { minLength: 1, maxLength: 60 })
const RUNS = { numRuns: 25, interruptAfterTimeLimit: 40_000 }
const PARTS = { credits: 3, pages: 1 }

async function load(scans: readonly Scan[], more: Partial<ImportOptions> = {}) {
  const file = fileOf(scans)
  const options = { file, crs: 'gcj02' as const, orgId, parts: PARTS, ...more }
  return importScans(world.db, options).finally(() => rmSync(file))
}

const shuffled = fc.tuple(history, fc.infiniteStream(fc.nat())).map(([scans, numbers]) => {
  const other = [...scans]
  for (let end = other.length - 1; end > 0; end--) {
    const pick = (numbers.next().value ?? 0) % (end + 1)
    const [a, b] = [other[end], other[pick]]
    if (a && b) [other[end], other[pick]] = [b, a]
  }
  return { scans, other }
})

test('any history gives the boards that a walk through its sorted rows gives', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (scans) => {
      await forgetHistory(world.pool)
      const report = await load(scans)
      expect((await shownBoards(world)).boards).toEqual(expectedBoards(scans))
      const counted = Object.values(report.outcomes).reduce((sum, n) => sum + n, 0)
      expect(counted).toBe(report.added)
      expect(report.added + report.repeated).toBe(scans.length)
    }),
    RUNS,
  )
}, 60_000)

test('any order of the rows gives the same boards, down to the order among equals', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ scans, other }) => {
      await forgetHistory(world.pool)
      await load(scans)
      const first = await shownBoards(world)
      await forgetHistory(world.pool)
      await load([...other, ...other.slice(0, 5)])
      expect(await shownBoards(world)).toEqual(first)
    }),
    RUNS,
  )
}, 60_000)

test('a second run changes nothing, and the ledger still proves every score', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (scans) => {
      await forgetHistory(world.pool)
      const first = await load(scans)
      const before = await shownBoards(world)
      expect(await load(scans)).toMatchObject({ added: 0, known: first.added, outcomes: {} })
      expect(await shownBoards(world)).toEqual(before)
      expect(await world.db.transaction().execute(rebuildScores)).toMatchObject({ differed: 0 })
    }),
    RUNS,
  )
}, 60_000)

test('an import broken off anywhere and run again ends as if nothing had happened', async () => {
  const steps = fc.integer({ min: 1, max: 12 })
  await fc.assert(
    fc.asyncProperty(history, steps, async (scans, stepsUntilBreak) => {
      await forgetHistory(world.pool)
      let left = stepsUntilBreak
      const progress = () => {
        left -= 1
        if (left === 0) throw new Error('broken off')
      }
      await load(scans, { progress }).catch((error: Error) =>
        expect(error.message).toBe('broken off'),
      )
      await load(scans)
      expect((await shownBoards(world)).boards).toEqual(expectedBoards(scans))
    }),
    RUNS,
  )
}, 60_000)
