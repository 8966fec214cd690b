import { readFences } from '../../../server/fences/read-fences'
import { toGbk, toWkt } from '../../fixtures/geo/files'
import { square } from '../../fixtures/geo/shapes'

const shell = square(0, 0, 1000)
const hole = square(250, 250, 500)
const wkt = toWkt([shell])
const read = (source: string | Buffer) => readFences(source, '乡镇.csv')
const csv = (...rows: string[]) => ['名称,代码,wkt', ...rows].join('\r\n')

describe('a CSV with WKT', () => {
  test.each<[string, string | Buffer]>([
    ['with commas', csv(`甲镇,330282,"${wkt}"`)],
    ['with a byte order mark', Buffer.from(`\uFEFF${csv(`甲镇,330282,"${wkt}"`)}`)],
    ['in GBK, as Excel saves it', toGbk(csv(`甲镇,330282,"${wkt}"`))],
    ['with tabs, WKT unquoted', `名称\t代码\tWKT\n甲镇\t330282\t${wkt}\n`],
    ['with semicolons', `名称;代码;geom\n甲镇;330282;"${wkt}"\n\n`],
    ['with the column found by what it holds', `名称,代码,边界线\n甲镇,330282,"${wkt}"`],
    ['with an empty column of the usual name', `名称,代码,geometry,b\n甲镇,330282,,"${wkt}"`],
  ])('%s is read', async (_, source) => {
    const reading = await read(source)
    expect(reading).toMatchObject({ format: 'csv', refused: [] })
    expect(reading.features).toMatchObject([
      { index: 0, name: '甲镇', code: '330282', polygons: [[shell]] },
    ])
  })

  test('is told by its content when the file is called something else', async () => {
    const reading = await readFences(csv(`甲镇,1,"${wkt}"`), '导出.txt')
    expect(reading).toMatchObject({ format: 'csv', features: [{ name: '甲镇' }] })
  })

  const pairs = (ring: [number, number][], extra = '') =>
    `(${ring.map(([x, y]) => `${x} ${y}${extra}`).join(',')})`
  test.each([
    ['several parts', `MULTIPOLYGON((${pairs(shell)}),(${pairs(hole)}))`, [[shell], [hole]], []],
    ['a hole', `POLYGON(${pairs(shell)},${pairs(hole)})`, [[shell, hole]], []],
    ['declared heights', `POLYGON Z (${pairs(shell, ' 5')})`, [[shell]], ['HEIGHTS_DROPPED']],
    ['undeclared heights', `POLYGON(${pairs(shell, ' 5')})`, [[shell]], ['HEIGHTS_DROPPED']],
    ['heights and measures', `PolygonZM(${pairs(shell, ' 5 6')})`, [[shell]], ['HEIGHTS_DROPPED']],
    ['an SRID of degrees', `SRID=4490;POLYGON(${pairs(shell)})`, [[shell]], []],
    [
      'lines and small letters',
      `polygon (\n${pairs(shell).replaceAll(',', ',\n ')}\n)`,
      [[shell]],
      [],
    ],
  ])('%s', async (_, text, polygons, notes) => {
    const { features, refused } = await read(csv(`甲镇,1,"${text}"`))
    expect(refused).toEqual([])
    expect(features).toMatchObject([{ polygons, notes }])
  })
})

describe('a row that cannot be read is refused by name and line and stops no other', () => {
  test.each([
    ['no WKT', '坏镇,1,', '没有图形（第 3 行'],
    ['an empty polygon', '坏镇,1,POLYGON EMPTY', '空的'],
    ['a point', '坏镇,1,POINT(121 30)', '不是面：POINT'],
    ['text', '坏镇,1,不详', '不是 WKT'],
    ['a cut cell', `坏镇,1,"${wkt.slice(0, -1)}"`, '不成对'],
    ['a cut pair', `坏镇,1,"${wkt.replace(/ [\d.]+\)\)$/, '))')}"`, '经度 纬度'],
    ['something behind it', `坏镇,1,"${wkt} drop"`, '不是 WKT'],
    ['letters in numbers', `坏镇,1,"${wkt.replace('121.25', '1e2e1')}"`, '读到“1e2e1'],
    ['latitude first', '坏镇,1,"POLYGON((30 121,31 121,31 122,30 121))"', '写反'],
    ['an SRID of metres', `坏镇,1,"SRID=4549;${wkt}"`, 'SRID=4549'],
    ['unquoted commas', `坏镇,1,${wkt}`, '引号'],
  ])('%s', async (_, row, words) => {
    const good = `甲镇,1,"${wkt}"`
    const { features, refused } = await read(csv(good, row, good.replace('甲', '乙')))
    expect(features.map(({ name }) => name)).toEqual(['甲镇', '乙镇'])
    expect(refused).toMatchObject([
      { index: 1, name: '坏镇', message: expect.stringContaining(words) },
    ])
  })
})

describe('a CSV that is refused as a whole', () => {
  test.each([
    ['no column of WKT', '名称,经度,纬度\n甲镇,121,30', '没有 WKT 列', '名称、经度、纬度'],
    ['only a header', '名称,代码', '没有 WKT 列', '名称、代码'],
    ['an open quote', csv(`甲镇,1,"${wkt}`), '引号没有成对', '行'],
    ['nothing', ' \n ', '文件是空的', ''],
  ])('%s', async (_, text, ...words) => {
    const refusal = await read(text).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'FILE_INVALID' })
    for (const word of words) expect(String(refusal)).toContain(word)
  })

  test('eight megabytes in one cell are read in seconds', async () => {
    const ring = Array.from({ length: 300_000 }, (_, at) => `${121 + at / 1e6} 30.${at}`)
    const startedAt = performance.now()
    const { features } = await read(csv(`甲镇,1,"POLYGON((${ring.join(', ')}))"`))
    expect(features).toMatchObject([{ vertices: 300_000 }])
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})
