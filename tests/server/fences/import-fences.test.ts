import { randomUUID } from 'node:crypto'
import type { Ring } from '../../../domain/fences/geometry'
import { type ImportOptions, importFences } from '../../../server/fences/import-fences'
import { fenceEpoch } from '../../../server/fences/store'
import { upsertOrg } from '../../../server/orgs/store'
import { aShapefile, toWkt } from '../../fixtures/geo/files'
import { at, square } from '../../fixtures/geo/shapes'
import { aDatabase, type TestDatabase } from '../../fixtures/test-database'

jest.setTimeout(60_000)

let world: TestDatabase
let orgId: string
beforeAll(async () => {
  world = await aDatabase()
  const centre = { id: randomUUID(), parentId: null, areaId: null }
  orgId = await world.db
    .transaction()
    .execute((tx) => upsertOrg(tx, { ...centre, kind: 'centre', code: 'centre', name: '反诈中心' }))
})
afterAll(() => world.close())

type Towns = Record<string, Ring>
const aFile = (towns: Towns) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: Object.entries(towns).map(([name, ring]) => ({
      type: 'Feature',
      properties: { name, code: '330282000' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  })

const importInto = (
  parentPath: string,
  source: ImportOptions['source'],
  more: Partial<ImportOptions> = {},
) =>
  world.db.transaction().execute((tx) =>
    importFences(tx, {
      source,
      parentPath,
      crs: 'wgs84',
      level: 'town',
      orgId,
      now: new Date('2026-05-01T00:00:00Z'),
      newId: randomUUID,
      ...more,
    }),
  )
const epoch = () => world.db.transaction().execute(fenceEpoch)
const areasOf = async (path: string) =>
  (
    await world.pool.query<{ name: string; version: number | null }>(
      `select area.name, fence.version from area left join fence on fence.area_id = area.id
       where parent_id = (select id from area where path = $1) order by area.name collate "C"`,
      [path],
    )
  ).rows

const north = (meters: number) => square(0, meters, 1000)
const TOWNS = { 甲镇: north(0), 乙镇: north(1000), 丙镇: north(2000), 丁镇: north(3000) }

test('the same file again changes nothing, whatever format it comes in', async () => {
  const first = await importInto('一县', aFile(TOWNS))
  expect(first.fences.map(({ name, result }) => [name, result])).toEqual(
    Object.keys(TOWNS).map((name) => [name, 'added']),
  )
  expect(first).toMatchObject({ saved: true, parentIsNew: true, crs: { verdict: 'unchecked' } })
  const before = await epoch()
  const zip = await aShapefile(
    Object.entries(TOWNS).map(([name, ring]) => ({ name, rings: [ring] })),
  )
  const rows = Object.entries(TOWNS).map(([name, ring]) => `${name},"${toWkt([ring])}"`)
  for (const source of [aFile(TOWNS), zip, ['name,wkt', ...rows].join('\n')]) {
    const again = await importInto('一县', source)
    expect(again).toMatchObject({ parentIsNew: false, absent: [], crs: { verdict: 'fits' } })
    expect(again.fences.map(({ result, change }) => [result, change])).toEqual(
      Object.keys(TOWNS).map(() => ['same', null]),
    )
  }
  expect(await epoch()).toBe(before)
})

test('a newer file makes versions of what moved, and says by how much; what it lacks stays', async () => {
  await importInto('二县', aFile(TOWNS))
  const wider = TOWNS.乙镇.map(([x, y]): [number, number] => [x, y])
  wider[1] = at(1200, 1000)
  wider[2] = at(1200, 2000)
  const newer = aFile({ 甲镇: TOWNS.甲镇, 乙镇: wider, 丙镇: TOWNS.丙镇, 戊镇: north(9000) })
  for (const dryRun of [true, false]) {
    const report = await importInto('二县', newer, { dryRun })
    expect(report.saved).toBe(!dryRun)
    expect(report.absent).toEqual(['丁镇'])
    expect(report.fences.map(({ name, result }) => [name, result])).toEqual([
      ['甲镇', 'same'],
      ['乙镇', 'changed'],
      ['丙镇', 'same'],
      ['戊镇', 'added'],
    ])
    const change = report.fences[1]?.change
    expect(change).toMatchObject({ exact: true, farthestMeters: 200 })
    expect((change?.movedSquareMeters ?? 0) / 200_000).toBeCloseTo(1, 2)
    expect(await areasOf('二县')).toHaveLength(dryRun ? 4 : 5)
  }
  expect((await areasOf('二县')).find(({ name }) => name === '乙镇')?.version).toBe(2)
})

describe('a name that only resembles a standing one', () => {
  const standing = aFile({ 观海卫镇: north(0), 白沙路街道: north(1000), 甲镇: north(2000) })
  const newer = aFile({
    观海卫: north(0),
    白沙街道: north(1010),
    甲镇: north(2000),
    乙镇: north(3000),
  })

  test('is neither merged nor made new before somebody has said what it is', async () => {
    await importInto('三县', standing)
    const report = await importInto('三县', newer)
    expect(report.fences.map(({ name, result }) => [name, result])).toEqual([
      ['甲镇', 'same'],
      ['乙镇', 'added'],
    ])
    const like = (name: string, metersApart: number, sameOutline: boolean) => [
      { name, likeness: 'SUFFIX', metersApart, sameOutline },
    ]
    expect(report.doubtful).toEqual([
      { index: 0, name: '观海卫', candidates: like('观海卫镇', 0, true) },
      { index: 1, name: '白沙街道', candidates: like('白沙路街道', 10, false) },
    ])
    expect(report.absent).toEqual([])
    expect(await areasOf('三县')).toEqual([
      { name: '乙镇', version: 1 },
      { name: '甲镇', version: 1 },
      { name: '白沙路街道', version: 1 },
      { name: '观海卫镇', version: 1 },
    ])
  })

  test('becomes a version of the one that the operator names, and the same file then is the same', async () => {
    await importInto('四县', standing)
    const match = new Map([
      ['白沙街道', '白沙路街道'],
      ['观海卫', '观海卫镇'],
    ])
    const report = await importInto('四县', newer, { match })
    expect(report.doubtful).toEqual([])
    expect(report.fences[0]).toMatchObject({ matched: '观海卫镇', result: 'same' })
    expect(report.fences[1]).toMatchObject({ matched: '白沙路街道', result: 'changed' })
    const again = await importInto('四县', newer, { match })
    expect(new Set(again.fences.map(({ result }) => result))).toEqual(new Set(['same']))
    expect((await areasOf('四县')).map(({ name }) => name)).not.toContain('白沙街道')
  })

  test('becomes an area of its own when the operator says that it is new', async () => {
    await importInto('五县', standing)
    const report = await importInto('五县', newer, { createNew: true })
    expect(report.fences[1]).toMatchObject({ name: '白沙街道', matched: null, result: 'added' })
    expect(await areasOf('五县')).toHaveLength(6)
  })

  test.each([
    [[['没有', '白沙路街道']], '不在文件里；文件里有：观海卫'],
    [[['乙镇', '没有']], '不在已有区划里；已有：甲镇'],
    [[['乙镇', '甲镇']], '有同名的图形'],
    [
      [
        ['乙镇', '白沙路街道'],
        ['白沙街道', '白沙路街道'],
      ],
      '两个图形都对应到了“白沙路街道”',
    ],
  ] as [string, string][][][])('a match that cannot be is refused: %j', async (pairs, words) => {
    await importInto('六县', standing)
    await expect(importInto('六县', newer, { match: new Map(pairs) })).rejects.toMatchObject({
      code: 'MATCH_UNKNOWN',
      message: expect.stringContaining(String(words)),
    })
  })
})

describe('a coordinate system that looks wrong', () => {
  test('stops the import until it is confirmed; a dry run only tells', async () => {
    await importInto('七县', aFile(TOWNS))
    const asGcj02 = { crs: 'gcj02' } as const
    const stopped = await importInto('七县', aFile(TOWNS), asGcj02)
    expect(stopped).toMatchObject({ saved: false, stopped: 'CRS_SUSPECTED' })
    expect(stopped.crs).toMatchObject({ verdict: 'suspected', likely: 'wgs84', compared: 4 })
    const dry = await importInto('七县', aFile(TOWNS), { ...asGcj02, dryRun: true })
    expect(dry).toMatchObject({ saved: false, stopped: null, crs: { verdict: 'suspected' } })
    expect((await areasOf('七县')).every(({ version }) => version === 1)).toBe(true)
    const confirmed = await importInto('七县', aFile(TOWNS), { ...asGcj02, confirmed: true })
    expect(confirmed).toMatchObject({ saved: true, stopped: null })
    expect((await areasOf('七县')).every(({ version }) => version === 2)).toBe(true)
  })

  test('shows in villages that stand out of their town, or out of what is above it', async () => {
    await importInto('八县', aFile({ 甲镇: square(0, 0, 4000) }))
    const villages = {
      一村: square(0, 0, 2000),
      二村: square(2000, 0, 2000),
      三村: square(0, 2000, 2000),
      四村: square(2000, 2000, 2000),
    }
    const level = 'village' as const
    const wrong = await importInto('八县/甲镇', aFile(villages), { level, crs: 'bd09' })
    expect(wrong).toMatchObject({
      stopped: 'CRS_SUSPECTED',
      crs: { basis: 'parent', likely: 'wgs84' },
    })
    const right = await importInto('八县/甲镇', aFile(villages), { level })
    expect(right).toMatchObject({ saved: true, crs: { basis: 'parent', verdict: 'fits' } })
  })
})

describe('the area above', () => {
  test('is made level by level when its path is new', async () => {
    await importInto('岚川市/九县', aFile(TOWNS))
    const { rows } = await world.pool.query(
      "select path, level from area where path like '岚川市%' and level in ('city', 'county') order by path",
    )
    expect(rows).toEqual([
      { path: '岚川市', level: 'city' },
      { path: '岚川市/九县', level: 'county' },
    ])
  })

  test('is asked for when there are several, and a path that cannot be is refused, dry or not', async () => {
    const unnamed = { parentPath: undefined }
    await expect(importInto('', aFile(TOWNS), unnamed)).rejects.toThrow('请用 --parent 写明')
    for (const dryRun of [true, false]) {
      await expect(importInto('亚洲/国/省/市/县', aFile(TOWNS), { dryRun })).rejects.toThrow('路径')
      await expect(importInto('市//县', aFile(TOWNS), { dryRun })).rejects.toThrow('路径')
    }
  })
})

test('what a file cannot give is told beside what was saved', async () => {
  const file = aFile({ 甲镇: north(0), 线镇: [at(0, 0), at(1, 1), at(0, 0)] })
  const report = await importInto('十县', file)
  expect(report.fences.map(({ name }) => name)).toEqual(['甲镇'])
  expect(report.refused).toMatchObject([{ index: 1, name: '线镇' }])
  const nothing = await importInto('十一县', aFile({ 线镇: [at(0, 0)] }))
  expect(nothing).toMatchObject({ fences: [], saved: true })
  expect(await areasOf('十一县')).toEqual([])
})
