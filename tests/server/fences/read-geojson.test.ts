import { Readable } from 'node:stream'
import type { Geometry, Position } from 'geojson'
import { FEATURE_VERTICES_MAX } from '../../../server/fences/read-features'
import { readGeojson } from '../../../server/fences/read-geojson'
import { GeometryRefused } from '../../../server/fences/refusal'
import { square } from '../../fixtures/geo/shapes'

const polygon = (ring: Position[]): Geometry => ({ type: 'Polygon', coordinates: [ring] })
const aTown = (properties: object = { name: '测试镇' }, geometry: unknown = undefined) => ({
  type: 'Feature',
  properties,
  geometry: geometry ?? polygon(square(0, 0, 1000)),
})
const aFile = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const gbk = (text: string) =>
  Buffer.from(text.replace('测试镇', '\xb2\xe2\xca\xd4\xd5\xf2'), 'latin1')

describe('a file that people really have', () => {
  test.each([
    ['a collection', aFile(aTown())],
    ['one feature', JSON.stringify(aTown())],
    ['a byte order mark', `\uFEFF${aFile(aTown())}`],
    ['bytes with a byte order mark', Buffer.from(`\uFEFF${aFile(aTown())}`)],
    ['GBK bytes of old desktop software', gbk(aFile(aTown()))],
    ['a stream', Readable.from([Buffer.from(aFile(aTown()))])],
  ])('%s is read', async (_, source) => {
    const { features, refused } = await readGeojson(source)
    expect(refused).toEqual([])
    expect(features).toMatchObject([{ index: 0, name: '测试镇', vertices: 5, notes: [] }])
  })

  test('the encoding that was found is told', async () => {
    expect((await readGeojson(gbk(aFile(aTown())))).encoding).toBe('gb18030')
    expect((await readGeojson(aFile(aTown()))).encoding).toBe('utf-8')
  })

  test('a bare geometry takes the name given for it', async () => {
    const text = JSON.stringify(polygon(square(0, 0, 1000)))
    const { features } = await readGeojson(text, { fallbackName: '测试村' })
    expect(features).toMatchObject([{ name: '测试村', code: null }])
  })

  test.each([
    [{ name: ' 测试　镇 ' }, '测试 镇'],
    [{ NAME: '甲镇', OBJECTID: 3 }, '甲镇'],
    [{ XZQMC: '乙镇', XZQDM: '330282000' }, '乙镇'],
    [{ 名称: '丙街道' }, '丙街道'],
    [{ name: '', 乡镇: '丁镇' }, '丁镇'],
    [{ name: null, Town: '戊镇' }, '戊镇'],
  ])('the name is found in %j', async (properties, name) => {
    const { features } = await readGeojson(aFile(aTown(properties)))
    expect(features.map((feature) => feature.name)).toEqual([name])
  })

  test('a stated field goes before the known ones, and nothing replaces it', async () => {
    const file = aFile(aTown({ name: 'a', 警务区: '一区' }), aTown({ name: 'b' }))
    const { features, refused } = await readGeojson(file, { nameField: '警务区' })
    expect(features.map(({ name }) => name)).toEqual(['一区'])
    expect(refused).toMatchObject([{ index: 1, code: 'GEOJSON_INVALID' }])
    expect(refused[0]?.message).toContain('name')
  })

  test('heights and points beside the areas are dropped and told', async () => {
    const geometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [121, 30] },
        { type: 'MultiPolygon', coordinates: [[square(0, 0, 9).map((p) => [...p, 3.5])]] },
        polygon(square(100, 0, 9)),
      ],
    }
    const { features } = await readGeojson(aFile(aTown({ name: '镇', code: 7 }, geometry)))
    expect(features[0]).toMatchObject({
      code: '7',
      vertices: 10,
      notes: ['HEIGHTS_DROPPED', 'OTHER_GEOMETRIES_DROPPED:1'],
    })
    expect(features[0]?.polygons).toHaveLength(2)
    expect(features[0]?.polygons[0]?.[0]?.[0]).toEqual(square(0, 0, 9)[0])
  })
})

describe('a feature that cannot be read is refused by name and stops no other', () => {
  const ring = square(0, 0, 1000)
  test.each([
    ['no geometry', null, 'GEOJSON_INVALID', '没有图形'],
    ['a line', { type: 'LineString', coordinates: ring }, 'GEOJSON_INVALID', '不是面'],
    ['an empty polygon', { type: 'Polygon', coordinates: [] }, 'GEOJSON_INVALID', '空的'],
    ['a flat list', { type: 'Polygon', coordinates: ring }, 'GEOJSON_INVALID', '两个数字'],
    ['text for numbers', polygon([['121', '30'] as never]), 'GEOJSON_INVALID', '两个数字'],
    ['a hole in a number', polygon([[121, null as never]]), 'GEOJSON_INVALID', '两个数字'],
    [
      'latitude first',
      polygon(ring.map(([lng, lat]) => [lat, lng])),
      'COORDINATES_OUTSIDE_CHINA',
      '写反',
    ],
    ['metres', polygon([[40523000, 3345000]]), 'COORDINATES_OUTSIDE_CHINA', '投影坐标'],
    ['Tokyo', polygon([[139.7, 35.7]]), 'COORDINATES_OUTSIDE_CHINA', '不在中国'],
  ])('%s', async (_, geometry, code, words) => {
    const bad = { type: 'Feature', properties: { name: '坏镇' }, geometry }
    const { features, refused } = await readGeojson(aFile(aTown(), bad, aTown()))
    expect(features.map(({ index }) => index)).toEqual([0, 2])
    expect(refused).toMatchObject([{ index: 1, name: '坏镇', code }])
    expect(refused[0]?.message).toContain(words)
  })

  test('numbers too large for a float are not finite', async () => {
    const file = aFile(aTown()).replace('121.25,', '1e999,')
    expect((await readGeojson(file)).refused).toMatchObject([{ code: 'GEOJSON_INVALID' }])
  })

  test('half a million points in one feature are too many', async () => {
    const ring = Array.from({ length: FEATURE_VERTICES_MAX }, (_, i) => [
      121 + (i % 1000) / 1e4,
      30,
    ])
    const { features, refused } = await readGeojson(
      aFile(aTown({ name: '巨镇' }, polygon(ring)), aTown()),
    )
    expect(refused).toMatchObject([{ name: '巨镇', code: 'GEOMETRY_TOO_LARGE' }])
    expect(features).toHaveLength(1)
  })
})

describe('a bad file is refused as a whole', () => {
  test.each([
    ['no JSON', '{"type": "FeatureCollection",\n "features": [}', 'GEOJSON_INVALID', '[}”附近'],
    ['a missing comma', '[1,\n2 3, 4, 5, 6, 7, 8]', 'GEOJSON_INVALID', '第 2 行'],
    ['half a file', aFile(aTown()).slice(0, -20), 'GEOJSON_INVALID', '不是 JSON'],
    ['an empty file', '', 'GEOJSON_INVALID', '不是 JSON'],
    ['other JSON', '{"towns": []}', 'GEOJSON_INVALID', '不是 GeoJSON'],
    ['a list', '[]', 'GEOJSON_INVALID', '不是 GeoJSON'],
    ['null', 'null', 'GEOJSON_INVALID', '不是 GeoJSON'],
    ['TopoJSON', '{"type":"Topology","objects":{}}', 'GEOJSON_INVALID', '不是 GeoJSON'],
    ['a picture', Buffer.from([0x89, 0x50, 0xff, 0xff, 0x00]), 'GEOJSON_INVALID', 'UTF-8'],
  ])('%s', async (_, source, code, words) => {
    const refusal = await readGeojson(source).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(GeometryRefused)
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
  })

  test('a file over the limit is refused before it is parsed, a stream before it is whole', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1
        yield Buffer.alloc(1024 * 1024, ' ')
      }
    }
    await expect(readGeojson(endless())).rejects.toMatchObject({ code: 'GEOMETRY_TOO_LARGE' })
    expect(sent).toBe(51)
    const bytes = Buffer.alloc(2000)
    await expect(readGeojson(bytes, { bytesMax: 1999 })).rejects.toThrow(GeometryRefused)
  })
})
