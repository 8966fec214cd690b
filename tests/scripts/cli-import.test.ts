import { rmSync } from 'node:fs'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { openEmbeddedDatabase } from '../../server/platform/embedded-database'
import { aSpoiltCounty } from '../fixtures/geo/county'
import { aCountyHistory, placedLineOf } from '../fixtures/history/county-history'
import { aFile, HEADER } from '../fixtures/history/files'
import { expectedBoards } from '../fixtures/history/oracle'
import { cleanUp, killPostmaster, temporaryFolder } from '../server/platform/embedded-programs'
import { type BoardRows, boardsOf, json, run, startCommand } from './run-command'

jest.setTimeout(120_000)

const HISTORY = aCountyHistory(5500)
const county = aFile(JSON.stringify(aSpoiltCounty(128)))
const scans = aFile([HEADER, ...HISTORY.map(placedLineOf)].join('\r\n'))
/** Enough rows that a kill meets each step of the import at work. */
const long = aFile([HEADER, ...aCountyHistory(15_000, 7).map(placedLineOf)].join('\n'))
const FENCES = ['import', 'fences', county, '--crs', 'wgs84', '--level', 'town', '--org', 'centre']
const SCANS = ['import', 'recruitments', scans, '--crs', 'wgs84']
const LONG = ['import', 'recruitments', long, '--crs', 'wgs84']

const newData = () => path.join(temporaryFolder(), 'data')
afterAll(async () => {
  await cleanUp()
  for (const file of [county, scans, long]) rmSync(file)
})

const asScores = (rows: BoardRows) => Object.fromEntries(rows.map((row) => [row.member, row.score]))

test('22 spoilt towns and 5,500 scans import untouched, and twice changes nothing', async () => {
  const data = newData()
  const held = await openEmbeddedDatabase({ dataDir: data })
  const drawn = await json<{ fences: unknown[]; refused: unknown[] }>(data, ...FENCES)
  expect([drawn.fences.length, drawn.refused.length]).toEqual([22, 0])
  const again = await json<{ fences: { result: string }[] }>(data, ...FENCES)
  expect(new Set(again.fences.map(({ result }) => result))).toEqual(new Set(['same']))

  expect(await json(data, ...SCANS)).toMatchObject({ rows: 5500, added: 5500, unreadable: 0 })
  const boards = await boardsOf(data)
  const expected = expectedBoards(HISTORY.filter(({ inCounty }) => inCounty))
  const [all, volunteers, week] = boards
  expect(asScores(all ?? [])).toEqual(expected.all?.['promoter recruits'])
  expect(asScores(volunteers ?? [])).toEqual(expected.all?.['volunteer points'])
  expect(asScores(week ?? [])).toEqual(expected['2021-W26']?.['promoter recruits'])

  expect(await json(data, ...SCANS)).toMatchObject({ added: 0, known: 5500, outcomes: {} })
  expect(await boardsOf(data)).toEqual(boards)
  await held.release()
})

/** Waits until some connection runs a statement like this one. */
async function untilRunning(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  for (;;) {
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity where pid <> pg_backend_pid() and state = 'active'
       and query ilike $1`,
      [`%${statement}%`],
    )
    if (rowCount) break
    await sleep(2)
  }
  await client.end().catch(() => undefined)
}

test('kill -9 of the program or the database at any step, then again: the same boards', async () => {
  const clean = newData()
  await run(clean, ...FENCES)
  expect((await run(clean, ...LONG)).code).toBe(0)
  const expected = await boardsOf(clean)

  const data = newData()
  await run(data, ...FENCES)
  const kills: ['program' | 'database', string][] = [
    ['program', 'insert into incoming_scan'],
    ['program', 'insert into ledger_entry'],
    ['database', 'insert into binding'],
    ['database', 'insert into history_event'],
  ]
  for (const [victim, statement] of kills) {
    const held = await openEmbeddedDatabase({ dataDir: data })
    const program = startCommand(data, ...LONG)
    await untilRunning(held.connectionString, statement)
    if (victim === 'program') program.child.kill('SIGKILL')
    else killPostmaster(data)
    const { code, err } = await program.ended
    expect(code).toBe(victim === 'program' ? null : 1)
    if (victim === 'database') expect(err).toContain('再执行一次同样的命令')
    await held.release()
  }
  expect((await run(data, ...LONG)).code).toBe(0)
  expect(await boardsOf(data)).toEqual(expected)
  expect(await json(data, 'rebuild')).toMatchObject({ differed: 0 })
})

test('commands work while another program holds the same data, two imports even at once', async () => {
  const data = newData()
  const held = await openEmbeddedDatabase({ dataDir: data })
  const reports = await Promise.all([
    json<{ added: number }>(data, ...SCANS),
    json<{ added: number }>(data, ...SCANS),
  ])
  expect(reports.map(({ added }) => added).sort()).toEqual([0, 5500])
  await held.release()
})
