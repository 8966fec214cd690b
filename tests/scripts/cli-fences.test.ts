import { rmSync } from 'node:fs'
import * as path from 'node:path'
import type { Position, Ring } from '../../domain/fences/geometry'
import { openEmbeddedDatabase } from '../../server/platform/embedded-database'
import { aShapefile } from '../fixtures/geo/files'
import { square } from '../fixtures/geo/shapes'
import { aFile } from '../fixtures/history/files'
import { cleanUp, temporaryFolder } from '../server/platform/embedded-programs'
import { json, run } from './run-command'

jest.setTimeout(60_000)

const dataDir = path.join(temporaryFolder(), 'data')
const files: string[] = []
let release: () => Promise<void>
beforeAll(async () => {
  release = (await openEmbeddedDatabase({ dataDir })).release
})
afterAll(async () => {
  await release()
  await cleanUp()
  for (const file of files) rmSync(file)
})

const spiky = (ring: Ring): Position[] => [...ring.slice(0, 2), ring[0] ?? [0, 0], ...ring.slice(1)]
const TOWNS = [
  { name: '观海卫镇', rings: [spiky(square(0, 0, 1000))] },
  { name: '白沙路街道', rings: [square(1000, 0, 1000)] },
  { name: '线镇', rings: [square(0, 0, 0)] },
  { name: '甲镇', rings: [square(3000, 0, 1000)] },
  { name: '甲镇', rings: [square(4000, 0, 1000)] },
]

async function aCommand(towns: typeof TOWNS, crs: string): Promise<string[]> {
  const file = aFile(await aShapefile(towns))
  files.push(file)
  return [
    'import',
    'fences',
    file,
    '--crs',
    crs,
    '--level',
    'town',
    '--org',
    'centre',
    '--parent',
    '云澜县',
  ]
}

test('an import says what it read, did, left out and asks, and a suspicion stops it', async () => {
  const command = await aCommand(TOWNS, 'wgs84')
  const dry = await run(dataDir, ...command, '--dry-run')
  expect(dry.out).toContain('格式 Shapefile，文字编码 UTF-8')
  expect(dry.out).toContain('上级区划 云澜县（还没有，会新建）')
  expect(dry.out).toContain('坐标系按所述 WGS-84 读取，没有可以比对的围栏，无法核对')
  expect(dry.out).toMatch(/新增 {2}观海卫镇 {2}4 点，1\.00 平方公里；修复：去掉 1 处尖刺/)
  expect(dry.out).toMatch(/拒绝 {2}第 3 个 线镇 {2}图形没有面积/)
  expect(dry.out).toMatch(/拒绝 {2}第 4 个 甲镇 {2}文件里有 2 个图形都叫“甲镇”（第 4、5 个）/)
  expect(dry.out).toContain('共 2 个围栏，拒绝 3 个（没有保存）')
  expect(dry.code).toBe(0)
  expect((await run(dataDir, ...command)).out).toMatch(/共 2 个围栏，拒绝 3 个\n$/)

  const wrong = await aCommand(TOWNS, 'gcj02')
  const stopped = await run(dataDir, ...wrong)
  expect(stopped.code).toBe(1)
  expect(stopped.out).toMatch(
    /⚠ 警告：看起来是 WGS-84：按所述 GCJ-02 偏移中位数 [45]\d\d m，按 WGS-84 \d m/,
  )
  expect(stopped.out).toContain('文件自己写的坐标系是 GCS_WGS_1984，按您所述的 GCJ-02 读取')
  expect(stopped.err).toMatch(/^没有保存：.*--yes\n$/)
  const dryJson = await json(dataDir, ...wrong, '--dry-run')
  expect(dryJson).toMatchObject({ saved: false, crs: { verdict: 'suspected', likely: 'wgs84' } })
  expect((await run(dataDir, ...wrong, '--yes')).code).toBe(0)
  expect((await run(dataDir, ...command, '--yes')).out).toMatch(
    /新版本 {2}观海卫镇.*\n +有变动的面积 [\d,]+ 平方米，边界最远移动 [45]\d\d 米/,
  )

  const renamed = await aCommand([{ name: '观海卫', rings: [square(0, 0, 1100)] }], 'wgs84')
  const asked = await run(dataDir, ...renamed)
  expect(asked.out).toMatch(
    /待定 {2}第 1 个 观海卫 {2}像已有的 观海卫镇（只差后缀，中心相距 \d\d 米）/,
  )
  expect(asked.out).toContain('--match "观海卫=观海卫镇"')
  expect(asked.out).toContain('文件里没有、保持原样：白沙路街道')
  expect(asked.out).toContain('共 0 个围栏，待定 1 个，拒绝 0 个')
  expect(asked.code).toBe(1)
  const answered = await run(dataDir, ...renamed, '--match', '观海卫=观海卫镇')
  expect(answered.out).toMatch(/新版本 {2}观海卫（即已有的 观海卫镇）/)
  expect(answered.code).toBe(0)
})

test('answers that cannot be are told in one sentence', async () => {
  const command = await aCommand([{ name: '乙镇', rings: [square(0, 0, 9)] }], 'wgs84')
  const wrong = await run(dataDir, ...command, '--match', '乙镇')
  expect(wrong.err).toMatch(/--match .*应像 "白沙街道=白沙路街道"/)
  expect(wrong.code).toBe(2)
  const unknown = await run(dataDir, ...command, '--match', '乙镇=没有')
  expect(unknown.err).toMatch(/^失败: MATCH_UNKNOWN .*不在已有区划里/)
  expect(unknown.code).toBe(1)
})
