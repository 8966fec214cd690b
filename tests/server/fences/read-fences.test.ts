import { Readable } from 'node:stream'
import { FEATURE_RINGS_MAX } from '../../../server/fences/read-features'
import { readFences } from '../../../server/fences/read-fences'
import { aKml, aShapefile, aShp, kmlPolygon, toWkt } from '../../fixtures/geo/files'
import { square } from '../../fixtures/geo/shapes'

const shell = square(0, 0, 1000)
const town = { type: 'Feature', properties: { name: '甲镇' } }
const geojson = JSON.stringify({ ...town, geometry: { type: 'Polygon', coordinates: [shell] } })

test('the content decides, whatever the file is called', async () => {
  const arcs = [shell]
  const objects = { a: { type: 'Polygon', arcs: [[0]], properties: { name: '甲镇' } } }
  const sources: [string, string | Buffer][] = [
    ['geojson', geojson],
    ['topojson', JSON.stringify({ type: 'Topology', arcs, objects })],
    ['kml', aKml(`<name>甲镇</name>${kmlPolygon([shell])}`)],
    ['csv', `name,wkt\n甲镇,"${toWkt([shell])}"`],
    ['shapefile', await aShapefile([{ name: '甲镇', rings: [shell] }])],
  ]
  for (const [format, source] of sources) {
    for (const name of ['无结尾', '错误.zip', '错误.kml', '错误.json.bak']) {
      const reading = await readFences(Readable.from([Buffer.from(source)]), name)
      expect(reading).toMatchObject({ format, refused: [], features: [{ name: '甲镇' }] })
      expect(reading.features[0]?.polygons).toEqual([[shell]])
    }
  }
})

test.each([
  ['a lone .shp', aShp([[shell]]), '一起压缩成 zip'],
  ['RAR', Buffer.from('Rar!\x1a\x07\x00'), 'RAR'],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), '7z'],
  ['gz', Buffer.from([0x1f, 0x8b, 8]), 'gz'],
  ['GeoPackage', Buffer.from('SQLite format 3\0'), 'GeoPackage'],
  ['old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Excel'],
  ['PDF', Buffer.from('%PDF-1.7'), 'PDF'],
  ['an empty file', Buffer.alloc(0), '文件是空的'],
  ['a picture', Buffer.from([0x89, 0x50, 0xff, 0xff, 0x00]), 'UTF-8'],
  ['prose', '乡镇边界见附件', '不是 JSON'],
])('%s is answered with what to do', async (_, source, words) => {
  await expect(readFences(source, '乡镇')).rejects.toThrow(words)
})

test('a border over the antimeridian is named as that', async () => {
  const ring = [
    [179.5, 30],
    [-179.5, 30],
    [-179.5, 31],
    [179.5, 30],
  ]
  const geometry = { type: 'Polygon', coordinates: [ring] }
  const { refused } = await readFences(JSON.stringify({ ...town, geometry }), 'a.json')
  expect(refused).toMatchObject([
    { name: '甲镇', code: 'COORDINATES_OUTSIDE_CHINA', message: expect.stringContaining('180°') },
  ])
})

test('thousands of scraps in one feature are too many', async () => {
  const coordinates = Array.from({ length: FEATURE_RINGS_MAX + 1 }, (_, n) => [
    square(n * 20, 0, 9),
  ])
  const geometry = { type: 'MultiPolygon', coordinates }
  const { refused } = await readFences(JSON.stringify({ ...town, geometry }), 'a.json')
  expect(refused).toMatchObject([{ name: '甲镇', code: 'GEOMETRY_TOO_LARGE' }])
})

test('a file over the limit is refused whatever its format', async () => {
  const zip = await aShapefile([{ name: '甲镇', rings: [shell] }])
  await expect(readFences(zip, 'a.zip', { bytesMax: 100 })).rejects.toMatchObject({
    code: 'GEOMETRY_TOO_LARGE',
  })
})
