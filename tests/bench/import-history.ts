import { randomUUID } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { seededDraw } from '../../scripts/demo/seeded-draw'
import { rebuildScores } from '../../server/boards/rebuild'
import { importFences } from '../../server/fences/import-fences'
import { type ImportReport, importScans } from '../../server/history/import-scans'
import { upsertOrg } from '../../server/orgs/store'
import type { Db } from '../../server/platform/database'
import { aSpoiltCounty } from '../fixtures/geo/county'
import { HEADER } from '../fixtures/history/files'
import { aDatabase } from '../fixtures/test-database'
import { conclude, type Result, rounded, say } from './report'

const quick = process.argv.includes('--quick')
const ROWS = quick ? 100_000 : 1_000_000
const ROWS_PER_SECOND_MIN = 7000
/** The program's own memory: the fences, a batch of rows and the garbage between two collections. */
const MEGABYTES_MAX = 600

/** A year of scans: 2,000 promoters of uneven diligence, a third of the scans without a place. */
function* lines(rows: number): Generator<string> {
  const draw = seededDraw(130_000)
  yield `${HEADER}\n`
  for (let n = 0; n < rows; n++) {
    const at = new Date(Date.UTC(2021, 0, 1) + Math.floor(draw() * 31_536_000) * 1000).toISOString()
    const promoter = `P${String(Math.floor(draw() ** 2 * 2000)).padStart(4, '0')}`
    const volunteer = `V${String(Math.floor(draw() * rows * 0.3)).padStart(7, '0')}`
    const place = [(121 + draw() / 2).toFixed(6), (30 + draw() / 2.5).toFixed(6), '25']
    const where = draw() < 0.33 ? ',,' : place.join()
    yield `E${String(n).padStart(8, '0')},${at},${at},${promoter},${volunteer},scan,${where}\n`
  }
}

async function aCounty(db: Db): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const centre = { kind: 'centre', code: 'centre', name: '反诈中心' } as const
    const orgId = await upsertOrg(tx, { ...centre, id: randomUUID(), parentId: null, areaId: null })
    await importFences(tx, {
      source: JSON.stringify(aSpoiltCounty()),
      crs: 'wgs84',
      level: 'town',
      orgId,
      now: new Date(),
      newId: randomUUID,
    })
    return orgId
  })
}

interface Timed {
  readonly report: ImportReport
  readonly seconds: number
  readonly megabytes: number
}

/** One import, with the time each step took and the most memory this process had. */
async function timed(db: Db, file: string, orgId: string): Promise<Timed> {
  let megabytes = 0
  const look = () => {
    megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1e6)
  }
  const timer = setInterval(look, 20)
  const steps = new Map<string, number>()
  const from = performance.now()
  let last = from
  const report = await importScans(db, {
    file,
    crs: 'wgs84',
    orgId,
    progress: ({ step }) => {
      // Told as sorting begins, so its time shows with the crediting that follows.
      if (step === 'sorting') return
      steps.set(step, (steps.get(step) ?? 0) + performance.now() - last)
      last = performance.now()
    },
  })
  clearInterval(timer)
  const seconds = (performance.now() - from) / 1000
  for (const [step, ms] of steps)
    say(`    ${step.padEnd(12)}${(ms / 1000).toFixed(1).padStart(7)} s`)
  say(`    ${'in all'.padEnd(12)}${seconds.toFixed(1).padStart(7)} s, at most ${megabytes | 0} MB`)
  return { report, seconds, megabytes }
}

async function main(): Promise<void> {
  const file = path.join(tmpdir(), `bench-history-${process.pid}.csv`)
  await pipeline(Readable.from(lines(ROWS)), createWriteStream(file))
  const database = await aDatabase(2)
  try {
    const orgId = await aCounty(database.db)
    say(`${ROWS} scans over 22 towns, first import`)
    const first = await timed(database.db, file, orgId)
    say(`  ${JSON.stringify(first.report.outcomes)}`)
    say('the same file again')
    const second = await timed(database.db, file, orgId)
    const { differed } = await database.db.transaction().execute(rebuildScores)
    conclude('history', resultsOf(first, second, differed))
  } finally {
    await database.close()
    rmSync(file)
  }
}

function resultsOf(first: Timed, second: Timed, differed: number): Result[] {
  const alone = { peer: null, ratio: null }
  const speed = (what: string, { seconds }: Timed, least: number): Result => ({
    ...alone,
    what,
    value: rounded(ROWS / seconds),
    unit: 'rows/s',
    target: `≥ ${least}`,
    ok: ROWS / seconds >= least,
  })
  const exact = (what: string, value: number, target: number): Result => ({
    ...{ ...alone, what, value, unit: 'rows' },
    ...{ target: `= ${target}`, ok: value === target },
  })
  const megabytes = Math.max(first.megabytes, second.megabytes)
  return [
    speed(`import of ${ROWS} scans`, first, ROWS_PER_SECOND_MIN),
    speed('the same import again', second, 2 * ROWS_PER_SECOND_MIN),
    {
      ...{ ...alone, what: 'most memory of the program', value: rounded(megabytes), unit: 'MB' },
      ...{ target: `≤ ${MEGABYTES_MAX}`, ok: megabytes <= MEGABYTES_MAX },
    },
    exact('scans kept by the first import', first.report.added, ROWS),
    exact('scans added by the second import', second.report.added, 0),
    exact('scores that a rebuild from the ledger would change', differed, 0),
  ]
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`)
  process.exitCode = 1
})
