import { prepareFences } from '../../../server/fences/prepare-fences'
import { readFences } from '../../../server/fences/read-fences'
import { aKml, kmlPolygon } from '../../fixtures/geo/files'
import { square } from '../../fixtures/geo/shapes'

const shell = square(0, 0, 1000)
const hole = square(250, 250, 500)
const town = (name: string, shapes: string) => `<name>${name}</name>${shapes}`
const read = (text: string) => readFences(text, '乡镇.kml')

describe('the placemarks of a KML', () => {
  test('come with their names, holes and parts, heights dropped', async () => {
    const parts = `<MultiGeometry>${kmlPolygon([shell, hole])}${kmlPolygon([square(2000, 0, 500)])}</MultiGeometry>`
    const reading = await read(aKml(town('甲镇', parts)))
    expect(reading).toMatchObject({ format: 'kml', namedCrs: 'WGS 84', refused: [] })
    expect(reading.features).toMatchObject([{ name: '甲镇', notes: ['HEIGHTS_DROPPED'] }])
    const { fences } = await prepareFences(aKml(town('甲镇', parts)), { crs: 'gcj02' })
    expect((fences[0]?.areaSquareMeters ?? 0) / 1e6).toBeCloseTo(0.75 + 0.25, 2)
    expect(fences[0]?.polygons.map((polygon) => polygon.length)).toEqual([2, 1])
  })

  test('take a name from extended data when a field is stated, or when they have no other', async () => {
    const data = `<ExtendedData><SchemaData><SimpleData name="XZQMC">观海卫镇</SimpleData></SchemaData>
      <Data name="警务区"><value> 一区 </value></Data></ExtendedData>`
    const kml = aKml(town('', data + kmlPolygon([shell])))
    expect((await read(kml)).features).toMatchObject([{ name: '观海卫镇' }])
    const stated = await readFences(kml, 'a.kml', { nameField: '警务区' })
    expect(stated.features).toMatchObject([{ name: '一区' }])
  })

  test('a point beside the area is dropped and told; a placemark of points alone is refused', async () => {
    const point = '<Point><coordinates>121.25,30.2</coordinates></Point>'
    const both = `<MultiGeometry>${point}${kmlPolygon([shell])}</MultiGeometry>`
    const reading = await read(aKml(town('甲镇', both), town('点', point), town('空', '')))
    expect(reading.features).toMatchObject([
      { name: '甲镇', notes: ['OTHER_GEOMETRIES_DROPPED:1', 'HEIGHTS_DROPPED'] },
    ])
    expect(reading.refused).toMatchObject([
      { index: 1, name: '点', message: expect.stringContaining('不是面') },
      { index: 2, name: '空', message: expect.stringContaining('没有图形') },
    ])
  })

  test.each([
    ['a letter', '121.25,30.2', '121.2x,30.2', '两个数字'],
    ['a missing latitude', '121.25,30.2,0', '121.25', '两个数字'],
    ['latitude first', '121.25,30.2', '30.2,121.25', '写反'],
  ])('%s in the coordinates is not passed over', async (_, right, wrong, words) => {
    const kml = aKml(town('甲镇', kmlPolygon([shell]).replaceAll(right, wrong)))
    expect((await read(kml)).refused).toMatchObject([
      { name: '甲镇', message: expect.stringContaining(words) },
    ])
  })

  test('spaces after commas and new lines between positions are read', async () => {
    const text = aKml(
      town('甲镇', kmlPolygon([shell]).replaceAll(',', ', ').replaceAll(' 121', '\n\t121')),
    )
    expect((await read(text)).features[0]?.polygons).toEqual([[shell]])
  })

  test('folders nested a hundred thousand deep do no harm', async () => {
    const deep = `${'<Folder>'.repeat(100_000)}${'</Folder>'.repeat(100_000)}`
    const kml = aKml(town('甲镇', kmlPolygon([shell]))).replace('<Folder>', `${deep}<Folder>`)
    expect((await read(kml)).features).toMatchObject([{ name: '甲镇' }])
  }, 20_000)
})

describe('a KML that is refused as a whole', () => {
  const good = aKml(town('甲镇', kmlPolygon([shell])))
  const bomb = Array.from(
    { length: 20 },
    (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};">`,
  )
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  test.each([
    [
      'entities that grow',
      good.replace(head, `${head}<!DOCTYPE kml [<!ENTITY e0 "x">${bomb.join('')}]>`),
      'DOCTYPE',
    ],
    [
      'an entity of another file',
      good.replace(head, `${head}<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>`),
      'DOCTYPE',
    ],
    ['a cut file', good.slice(0, -30), '不完整'],
    ['a tag that is not closed', good.replace('</Placemark>', ''), '不完整'],
    ['a web page', '<html><body>登录</body></html>', '不是 KML（根元素是 html）'],
    ['no placemarks', '<kml><Document/></kml>', '没有地标'],
    ['millions of tags', `<kml>${'<a/>'.repeat(400_001)}</kml>`, '标签太多'],
  ])('%s', async (_, text, words) => {
    const startedAt = performance.now()
    await expect(read(text)).rejects.toThrow(words)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})
