import proj4 from 'proj4'
import type { Position, Ring } from '../../../domain/fences/geometry'
import { prepareFences } from '../../../server/fences/prepare-fences'
import { readFences } from '../../../server/fences/read-fences'
import { aDbf, aShapefile, aShp, PRJ, PRJ_GAUSS_KRUGER, toGbk } from '../../fixtures/geo/files'
import { square } from '../../fixtures/geo/shapes'

const clockwise = (ring: Ring) => ring.toReversed()
const shell = square(0, 0, 1000)
const TOWNS = [
  { name: '观海卫镇', rings: [clockwise(shell)] },
  { name: '白沙路街道', rings: [clockwise(square(2000, 0, 1000))] },
]
const read = async (zip: Promise<Buffer>) => readFences(await zip, '乡镇.zip')
const squareKm = async (rings: Ring[], notes: string[] = []) => {
  const zip = await aShapefile([{ name: '甲镇', rings }])
  const { fences, refused } = await prepareFences(zip, { crs: 'gcj02' })
  expect(refused).toEqual([])
  expect(fences[0]?.repairs).toEqual(notes)
  return Math.round((fences[0]?.areaSquareMeters ?? 0) / 1e4) / 100
}

describe('a zipped shapefile', () => {
  test('gives its towns with the names and codes of the attribute table', async () => {
    const reading = await read(aShapefile(TOWNS))
    expect(reading).toMatchObject({
      format: 'shapefile',
      encoding: 'utf-8',
      namedCrs: 'GCS_WGS_1984',
      unprojected: false,
      refused: [],
    })
    expect(reading.features).toMatchObject([
      { index: 0, name: '观海卫镇', code: '330282000', vertices: 5, notes: [] },
      { index: 1, name: '白沙路街道' },
    ])
    expect(reading.features[0]?.polygons).toEqual([[clockwise(shell)]])
  })

  test('parts, holes and islands are told by where they lie, however they are wound', async () => {
    const island = square(3000, 0, 500)
    const hole = square(250, 250, 500)
    const windings = [(ring: Ring) => ring, clockwise]
    for (const a of windings)
      for (const b of windings)
        for (const c of windings)
          expect(await squareKm([b(hole), a(shell), c(island)])).toBeCloseTo(1, 2)
  })

  test('a ring listed twice is taken once, and told', async () => {
    expect(await squareKm([shell, shell], ['RINGS_REPEATED:1'])).toBeCloseTo(1, 2)
  })

  test.each([15, 25])('heights and measures behind the points are left (type %i)', async (type) => {
    const shp = aShp([[shell], [square(2000, 0, 9)]], type)
    const { features, refused } = await read(aShapefile(TOWNS, { '乡镇.shp': shp }))
    expect(refused).toEqual([])
    expect(features[0]?.polygons).toEqual([[shell]])
  })

  test('upper-case endings, folders and the litter of a Mac do not matter', async () => {
    const dbf = aDbf([{ 名称: '甲镇' }])
    const parts = {
      '乡镇.shp': null,
      '乡镇.dbf': null,
      '乡镇.prj': null,
      '乡镇.cpg': null,
      'gis/TOWN.SHP': aShp([[shell]]),
      'gis/town.DBF': dbf,
      '__MACOSX/gis/._TOWN.SHP': Buffer.from('litter'),
    }
    const { features, namedCrs } = await read(aShapefile([], parts))
    expect(features.map(({ name }) => name)).toEqual(['甲镇'])
    expect(namedCrs).toBeNull()
  })
})

describe('names in the encoding of the desktop that wrote them', () => {
  const rows = TOWNS.map(({ name }) => ({ 名称: name }))
  const gbk = aDbf(rows, { encode: toGbk })
  test.each<[string, Buffer, string | null, string]>([
    ['GBK, as the .cpg says', gbk, 'GBK', 'gb18030'],
    ['GBK, as a code page number says', gbk, 'ANSI 936', 'gb18030'],
    ['GBK, as the table itself says', aDbf(rows, { encode: toGbk, driver: 0x4d }), null, 'gb18030'],
    ['GBK that nothing says', gbk, null, 'gb18030'],
    ['GBK where the .cpg says UTF-8', gbk, 'UTF-8', 'gb18030'],
    ['GBK where the .cpg says Latin', gbk, 'ISO-8859-1', 'gb18030'],
    ['UTF-8', aDbf(rows), 'UTF-8', 'utf-8'],
    ['UTF-8 that nothing says', aDbf(rows), null, 'utf-8'],
  ])('%s', async (_, dbf, cpg, encoding) => {
    const reading = await read(aShapefile(TOWNS, { '乡镇.dbf': dbf, '乡镇.cpg': cpg }))
    expect(reading.encoding).toBe(encoding)
    expect(reading.features.map(({ name }) => name)).toEqual(['观海卫镇', '白沙路街道'])
  })

  test.each([
    [aDbf([{ 名称: '甲乙丙丁' }], { width: 10 }), 'utf-8'],
    [aDbf([{ 名称: '甲乙丙丁' }], { width: 7, encode: toGbk }), 'gb18030'],
  ])('a name cut amid a character keeps the whole ones', async (dbf, encoding) => {
    const towns = [{ name: '', rings: [shell] }]
    const reading = await read(aShapefile(towns, { '乡镇.dbf': dbf, '乡镇.cpg': null }))
    expect(reading).toMatchObject({ encoding, features: [{ name: '甲乙丙' }] })
  })
})

describe('the coordinate system of the .prj', () => {
  const project = proj4(PRJ_GAUSS_KRUGER)
  const toMetres = (ring: Ring) =>
    ring.map(([lng, lat]): Position => {
      const [x, y] = project.forward([lng, lat])
      return [x, y]
    })

  test('Gauss–Krüger metres of CGCS2000 are turned back into degrees', async () => {
    const towns = [{ name: '甲镇', rings: [toMetres(shell)] }]
    expect(toMetres(shell)[0]?.[0]).toBeGreaterThan(500_000)
    const reading = await read(aShapefile(towns, { '乡镇.prj': PRJ_GAUSS_KRUGER }))
    expect(reading).toMatchObject({ unprojected: true, namedCrs: 'CGCS2000_3_Degree_GK_CM_120E' })
    for (const [at, [lng, lat]] of (reading.features[0]?.polygons[0]?.[0] ?? []).entries()) {
      expect(lng).toBeCloseTo(shell[at]?.[0] ?? 0, 8)
      expect(lat).toBeCloseTo(shell[at]?.[1] ?? 0, 8)
    }
  })

  test('geographic CGCS2000 is taken as it is; without a .prj the uploader is believed', async () => {
    const named = await read(aShapefile(TOWNS, { '乡镇.prj': PRJ.cgcs2000 }))
    expect(named.namedCrs).toBe('GCS_China_Geodetic_Coordinate_System_2000')
    const silent = await read(aShapefile(TOWNS, { '乡镇.prj': null }))
    expect(silent.features).toEqual(named.features)
  })

  test.each([
    ['Xi’an 1980', PRJ.xian80, '西安 80'],
    ['projected Xi’an 1980', PRJ_GAUSS_KRUGER.replace(PRJ.cgcs2000, PRJ.xian80), '西安 80'],
    ['Beijing 1954', PRJ.xian80.replaceAll('Xian_1980', 'Beijing_1954'), '北京 54'],
    ['Tokyo', PRJ.xian80.replaceAll('Xian_1980', 'Tokyo'), 'GCS_Tokyo 不认识'],
    [
      'an unknown projection',
      PRJ_GAUSS_KRUGER.replace('Gauss_Kruger', 'Bonne_X'),
      'CGCS2000_3_Degree_GK_CM_120E 不认识',
    ],
    ['text', '坐标系：国家2000', '.prj 读不懂'],
  ])('%s is refused by name', async (_, prj, words) => {
    await expect(read(aShapefile(TOWNS, { '乡镇.prj': prj }))).rejects.toMatchObject({
      code: 'PROJECTION_UNKNOWN',
      message: expect.stringContaining(words),
    })
  })

  test('metres without a .prj are named as metres', async () => {
    const towns = [{ name: '甲镇', rings: [toMetres(shell)] }]
    const { refused } = await read(aShapefile(towns, { '乡镇.prj': null }))
    expect(refused).toMatchObject([
      { name: '甲镇', message: expect.stringContaining('像是投影坐标') },
    ])
  })
})

describe('a damaged shapefile', () => {
  test('what one shape cannot be is refused by its name and stops no other', async () => {
    const lines = aShp([[shell]], 3).subarray(100)
    const cut = aShp([[shell]])
    cut.writeInt32LE(9, 100 + 8 + 40)
    const shp = Buffer.concat([aShp([[shell], null, []]), lines, cut.subarray(100)])
    const names = ['甲镇', '空镇', '无环镇', '线镇', '断镇', '删镇']
    const rows = names.map((name) => ({ name }))
    const all = Buffer.concat([shp, aShp([[shell]]).subarray(100)])
    const dbf = aDbf(rows, { deleted: 5 })
    const reading = await read(aShapefile([], { '乡镇.shp': all, '乡镇.dbf': dbf }))
    expect(reading.features.map(({ name }) => name)).toEqual(['甲镇'])
    expect(reading.refused.map(({ name, message }) => [name, message])).toEqual([
      ['空镇', expect.stringContaining('没有图形')],
      ['无环镇', expect.stringContaining('空的')],
      ['线镇', expect.stringContaining('不是面，是线')],
      ['断镇', expect.stringContaining('图形不完整')],
      [null, expect.stringContaining('已删除')],
    ])
  })

  const whole = aShp(TOWNS.map(({ rings }) => rings))
  test.each<[string, Record<string, Buffer | null>, string]>([
    ['no attribute table', { '乡镇.dbf': null }, '缺少 乡镇.dbf'],
    ['a cut .shp', { '乡镇.shp': whole.subarray(0, -8) }, '第 2 个图形处断了'],
    ['no .shp', { '乡镇.shp': Buffer.alloc(200) }, '不是 Shapefile'],
    ['a cut .dbf', { '乡镇.dbf': aDbf([{ name: 'a' }, { name: 'b' }]).subarray(0, 90) }, '不完整'],
    ['an empty .dbf', { '乡镇.dbf': Buffer.alloc(3) }, '.dbf 是空的'],
    ['fewer rows than shapes', { '乡镇.dbf': aDbf([{ name: 'a' }]) }, '图形有 2 个，属性表有 1 行'],
  ])('%s is refused as a whole', async (_, parts, words) => {
    await expect(read(aShapefile(TOWNS, parts))).rejects.toMatchObject({
      code: 'FILE_INVALID',
      message: expect.stringContaining(words),
    })
  })
})
