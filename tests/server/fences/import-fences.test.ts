import { aFileOf, anImportDatabase, type Imports, north } from '../../fixtures/geo/an-import'
import { aShapefile, toWkt } from '../../fixtures/geo/files'
import { at, square } from '../../fixtures/geo/shapes'

jest.setTimeout(60_000)

let world: Imports
beforeAll(async () => {
  world = await anImportDatabase()
})
afterAll(() => world.close())

const TOWNS = { 甲镇: north(0), 乙镇: north(1000), 丙镇: north(2000), 丁镇: north(3000) }

test('the same file again changes nothing, whatever format it comes in', async () => {
  const first = await world.importInto('一县', aFileOf(TOWNS))
  expect(first.fences.map(({ name, result }) => [name, result])).toEqual(
    Object.keys(TOWNS).map((name) => [name, 'added']),
  )
  expect(first).toMatchObject({ saved: true, parentIsNew: true, crs: { verdict: 'unchecked' } })
  const before = await world.epoch()
  const zip = await aShapefile(
    Object.entries(TOWNS).map(([name, ring]) => ({ name, rings: [ring] })),
  )
  const rows = Object.entries(TOWNS).map(([name, ring]) => `${name},"${toWkt([ring])}"`)
  for (const source of [aFileOf(TOWNS), zip, ['name,wkt', ...rows].join('\n')]) {
    const again = await world.importInto('一县', source)
    expect(again).toMatchObject({ parentIsNew: false, absent: [], crs: { verdict: 'fits' } })
    expect(again.fences.map(({ result, change }) => [result, change])).toEqual(
      Object.keys(TOWNS).map(() => ['same', null]),
    )
  }
  expect(await world.epoch()).toBe(before)
})

test('a newer file makes versions of what moved, and says by how much; what it lacks stays', async () => {
  await world.importInto('二县', aFileOf(TOWNS))
  const wider = TOWNS.乙镇.map(([x, y]): [number, number] => [x, y])
  wider[1] = at(1200, 1000)
  wider[2] = at(1200, 2000)
  const newer = aFileOf({ 甲镇: TOWNS.甲镇, 乙镇: wider, 丙镇: TOWNS.丙镇, 戊镇: north(9000) })
  for (const dryRun of [true, false]) {
    const report = await world.importInto('二县', newer, { dryRun })
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
    expect(await world.areasOf('二县')).toHaveLength(dryRun ? 4 : 5)
  }
  expect((await world.areasOf('二县')).find(({ name }) => name === '乙镇')?.version).toBe(2)
})

describe('a name that only resembles a standing one', () => {
  const standing = aFileOf({ 观海卫镇: north(0), 白沙路街道: north(1000), 甲镇: north(2000) })
  const newer = aFileOf({
    观海卫: north(0),
    白沙街道: north(1010),
    甲镇: north(2000),
    乙镇: north(3000),
  })

  test('is neither merged nor made new before somebody has said what it is', async () => {
    await world.importInto('三县', standing)
    const report = await world.importInto('三县', newer)
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
    expect(await world.areasOf('三县')).toEqual([
      { name: '乙镇', version: 1 },
      { name: '甲镇', version: 1 },
      { name: '白沙路街道', version: 1 },
      { name: '观海卫镇', version: 1 },
    ])
  })

  test('becomes a version of the one that the operator names, and the same file then is the same', async () => {
    await world.importInto('四县', standing)
    const match = new Map([
      ['白沙街道', '白沙路街道'],
      ['观海卫', '观海卫镇'],
    ])
    const report = await world.importInto('四县', newer, { match })
    expect(report.doubtful).toEqual([])
    expect(report.fences[0]).toMatchObject({ matched: '观海卫镇', result: 'same' })
    expect(report.fences[1]).toMatchObject({ matched: '白沙路街道', result: 'changed' })
    const again = await world.importInto('四县', newer, { match })
    expect(new Set(again.fences.map(({ result }) => result))).toEqual(new Set(['same']))
    expect((await world.areasOf('四县')).map(({ name }) => name)).not.toContain('白沙街道')
  })

  test('becomes an area of its own when the operator says that it is new', async () => {
    await world.importInto('五县', standing)
    const report = await world.importInto('五县', newer, { createNew: true })
    expect(report.fences[1]).toMatchObject({ name: '白沙街道', matched: null, result: 'added' })
    expect(await world.areasOf('五县')).toHaveLength(6)
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
    await world.importInto('六县', standing)
    await expect(world.importInto('六县', newer, { match: new Map(pairs) })).rejects.toMatchObject({
      code: 'MATCH_UNKNOWN',
      message: expect.stringContaining(String(words)),
    })
  })
})

describe('a coordinate system that looks wrong', () => {
  test('stops the import until it is confirmed; a dry run only tells', async () => {
    await world.importInto('七县', aFileOf(TOWNS))
    const asGcj02 = { crs: 'gcj02' } as const
    const stopped = await world.importInto('七县', aFileOf(TOWNS), asGcj02)
    expect(stopped).toMatchObject({ saved: false, stopped: 'CRS_SUSPECTED' })
    expect(stopped.crs).toMatchObject({ verdict: 'suspected', likely: 'wgs84', compared: 4 })
    const dry = await world.importInto('七县', aFileOf(TOWNS), { ...asGcj02, dryRun: true })
    expect(dry).toMatchObject({ saved: false, stopped: null, crs: { verdict: 'suspected' } })
    expect((await world.areasOf('七县')).every(({ version }) => version === 1)).toBe(true)
    const confirmed = await world.importInto('七县', aFileOf(TOWNS), {
      ...asGcj02,
      confirmed: true,
    })
    expect(confirmed).toMatchObject({ saved: true, stopped: null })
    expect((await world.areasOf('七县')).every(({ version }) => version === 2)).toBe(true)
  })

  test('shows in villages that stand out of their town, or out of what is above it', async () => {
    await world.importInto('八县', aFileOf({ 甲镇: square(0, 0, 4000) }))
    const villages = {
      一村: square(0, 0, 2000),
      二村: square(2000, 0, 2000),
      三村: square(0, 2000, 2000),
      四村: square(2000, 2000, 2000),
    }
    const level = 'village' as const
    const wrong = await world.importInto('八县/甲镇', aFileOf(villages), { level, crs: 'bd09' })
    expect(wrong).toMatchObject({
      stopped: 'CRS_SUSPECTED',
      crs: { basis: 'parent', likely: 'wgs84' },
    })
    const right = await world.importInto('八县/甲镇', aFileOf(villages), { level })
    expect(right).toMatchObject({ saved: true, crs: { basis: 'parent', verdict: 'fits' } })
  })
})

describe('the area above', () => {
  test('is made level by level when its path is new', async () => {
    await world.importInto('岚川市/九县', aFileOf(TOWNS))
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
    await expect(world.importInto('', aFileOf(TOWNS), unnamed)).rejects.toThrow(
      '请用 --parent 写明',
    )
    for (const dryRun of [true, false]) {
      await expect(
        world.importInto('亚洲/国/省/市/县', aFileOf(TOWNS), { dryRun }),
      ).rejects.toThrow('路径')
      await expect(world.importInto('市//县', aFileOf(TOWNS), { dryRun })).rejects.toThrow('路径')
    }
  })
})

test('what a file cannot give is told beside what was saved', async () => {
  const file = aFileOf({ 甲镇: north(0), 线镇: [at(0, 0), at(1, 1), at(0, 0)] })
  const report = await world.importInto('十县', file)
  expect(report.fences.map(({ name }) => name)).toEqual(['甲镇'])
  expect(report.refused).toMatchObject([{ index: 1, name: '线镇' }])
  const spoilt = await world.importInto('十县', aFileOf({ 甲镇: [at(0, 0)], 甲: north(500) }))
  expect(spoilt).toMatchObject({
    absent: [],
    doubtful: [],
    fences: [{ name: '甲', result: 'added' }],
  })
  const nothing = await world.importInto('十一县', aFileOf({ 线镇: [at(0, 0)] }))
  expect(nothing).toMatchObject({ fences: [], saved: true })
  expect(await world.areasOf('十一县')).toEqual([])
})
