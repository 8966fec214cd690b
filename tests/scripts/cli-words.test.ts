import { rmSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { openEmbeddedDatabase } from '../../server/platform/embedded-database'
import { aFile, HEADER } from '../fixtures/history/files'
import { cleanUp, temporaryFolder } from '../server/platform/embedded-programs'
import { json, run } from './run-command'

jest.setTimeout(60_000)

/** Held open by this test, so that the commands join it and none has to start it. */
const dataDir = path.join(temporaryFolder(), 'data')
let release: () => Promise<void>
beforeAll(async () => {
  release = (await openEmbeddedDatabase({ dataDir })).release
})
afterAll(async () => {
  await release()
  await cleanUp()
})

test.each([
  [['--help'], /import .*[\s\S]*退出码：0 成功/],
  [['import', '--help'], /fences[\s\S]*recruitments/],
  [['import', 'recruitments', '--help'], /event_id[\s\S]*永久绑定/],
  [['import', 'fences', '--help'], /--crs[\s\S]*--level[\s\S]*--org/],
  [['boards', '--help'], /2021-W26[\s\S]*--limit/],
  [['rebuild', '--help'], /积分账本/],
  [['doctor', '--help'], /持久性/],
  [['migrate', '--help'], /升级/],
  [['seed', '--help'], /示范县/],
])('%j explains itself', async (args, said) => {
  const { code, out } = await run(dataDir, ...args)
  expect(out).toMatch(said)
  expect(out).not.toMatch(/Usage|Options|display help/)
  expect(code).toBe(0)
})

test.each([
  [['nope'], /没有命令 nope/],
  [['boards'], /缺少参数/],
  [['boards', 'nobody'], /可选：promoter, volunteer/],
  [['boards', 'promoter', '--period', '2021-W54'], /2021-W54 不对.*2021-W26/],
  [['boards', 'promoter', '--limit', '0'], /1 到 1000000/],
  [['import', 'recruitments', 'x.csv'], /缺少选项 --crs/],
  [
    ['import', 'fences', 'x', '--crs', 'utm', '--level', 'town', '--org', 'c'],
    /wgs84, gcj02, bd09/,
  ],
])('%j is written wrongly: exit code 2, told how', async (args, said) => {
  const { code, out, err } = await run(dataDir, ...args)
  expect(err).toMatch(said)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

test('what cannot be done ends with 1 and one sentence', async () => {
  const good = aFile(HEADER)
  const empty = aFile('')
  const other = aFile('a,b\n1,2')
  const csv = (file: string, ...more: string[]) =>
    run(dataDir, 'import', 'recruitments', file, '--crs', 'wgs84', ...more)
  // One after the other: two imports at once would say that one waits for the other.
  const failures = [
    await csv('/no/such/file.csv'),
    await csv(dataDir),
    await csv(empty),
    await csv(other),
    await csv(good, '--org', '没有的单位'),
  ]
  expect(failures.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1])
  const said = [
    '没有这个文件',
    '没有这个文件',
    '没有表头',
    '缺少列 event_id',
    '没有单位 没有的单位',
  ]
  expect(failures.map(({ err }) => err)).toEqual(
    said.map((words) => expect.stringMatching(new RegExp(`^[^\\n]*${words}[^\\n]*\\n$`))),
  )
  for (const file of [good, empty, other]) rmSync(file)
})

test('rows that cannot be read are named by line and column, the others are kept', async () => {
  const file = aFile(
    `${HEADER}\nw1,2021-07-03T09:30:00+08:00,,W-P,W-V,scan,,,\nw2,yesterday,,W-P,W-V2,scan,,,`,
  )
  const { code, out } = await run(dataDir, 'import', 'recruitments', file, '--crs', 'wgs84')
  expect(out).toMatch(
    /读取 2 行：新增 1，.*读不懂 1\n[\s\S]*第 3 行 occurred_at 列：读到“yesterday”/,
  )
  expect(code).toBe(0)
  writeFileSync(file, `${HEADER}\nw3,yesterday,,W-P,W-V,scan,,,`)
  expect((await run(dataDir, 'import', 'recruitments', file, '--crs', 'wgs84')).code).toBe(1)
  rmSync(file)
})

test('programs get one line of JSON from every command', async () => {
  expect(await json(dataDir, 'boards', 'promoter', '--limit', '1')).toEqual([
    { rank: 1, member: 'W-P', score: 1 },
  ])
  expect(await json(dataDir, 'boards', 'volunteer', '--period', '2020-01')).toEqual([])
  expect(await json(dataDir, 'migrate')).toEqual({ applied: [] })
  expect(await json(dataDir, 'doctor')).toMatchObject({ ok: true })
  expect(await json(dataDir, 'rebuild')).toMatchObject({ entries: 2, differed: 0 })
})
