import { FEATURE_VERTICES_MAX } from '../../../server/fences/read-features'
import { readFences } from '../../../server/fences/read-fences'
import { at } from '../../fixtures/geo/shapes'

const [sw, se, ne, nw] = [at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000)]
const [see, nee] = [at(2000, 0), at(2000, 1000)]
/** Two towns that share the border from `se` to `ne`. */
const ARCS = [
  [se, ne],
  [ne, nw, sw, se],
  [se, see, nee, ne],
]
const towns = {
  type: 'GeometryCollection',
  geometries: [
    { type: 'Polygon', arcs: [[0, 1]], properties: { name: '甲镇' } },
    { type: 'MultiPolygon', arcs: [[[~0, 2]]], properties: { name: '乙镇' } },
  ],
}
const topology = (more: object = {}) =>
  JSON.stringify({ type: 'Topology', arcs: ARCS, objects: { towns }, ...more })
const read = (text: string, layer?: string) => readFences(text, '乡镇.json', { layer })

test('the towns of a topology are unfolded with their shared border', async () => {
  const reading = await read(topology())
  expect(reading).toMatchObject({ format: 'topojson', refused: [] })
  expect(reading.features.map(({ name }) => name)).toEqual(['甲镇', '乙镇'])
  expect(reading.features[0]?.polygons).toEqual([[[se, ne, nw, sw, se]]])
  expect(reading.features[1]?.polygons).toEqual([[[ne, se, see, nee, ne]]])
})

test('a quantised topology is unfolded to degrees', async () => {
  const transform = { scale: [0.001, 0.001], translate: [121, 30] }
  const arcs = [
    [
      [0, 0],
      [10, 0],
      [0, 10],
      [-10, 0],
      [0, -10],
    ],
  ]
  const objects = { a: { type: 'Polygon', arcs: [[0]], properties: { name: '甲镇' } } }
  const { features } = await read(topology({ transform, arcs, objects }))
  expect(features[0]?.polygons[0]?.[0]?.[2]?.[0]).toBeCloseTo(121.01, 9)
  expect(features[0]?.vertices).toBe(5)
})

test('one of several layers is read when it is named, otherwise they are listed', async () => {
  const objects = { towns, lakes: { type: 'GeometryCollection', geometries: [] } }
  expect((await read(topology({ objects }), 'towns')).features).toHaveLength(2)
  await expect(read(topology({ objects }))).rejects.toThrow('--layer 指定其中一个：towns、lakes')
  await expect(read(topology({ objects }), 'seas')).rejects.toThrow('没有图层“seas”')
})

test('a line, nothing and a feature that unfolds without end are refused by name', async () => {
  const arc = Array.from({ length: 1001 }, (_, n) => at(n, n))
  const arcs = Array.from({ length: FEATURE_VERTICES_MAX / 1000 }, () => 0)
  const geometries = [
    { type: 'LineString', arcs: [0], properties: { name: '线' } },
    { type: null, properties: { name: '空' } },
    { type: 'Polygon', arcs: [arcs], properties: { name: '巨镇' } },
  ]
  const objects = { towns: { type: 'GeometryCollection', geometries } }
  const { refused } = await read(topology({ arcs: [arc], objects }))
  expect(refused).toMatchObject([
    { name: '线', message: expect.stringContaining('不是面') },
    { name: '空', message: expect.stringContaining('没有图形') },
    { name: '巨镇', code: 'GEOMETRY_TOO_LARGE' },
  ])
})

test('many features that unfold one arc for ever are refused before they are unfolded', async () => {
  const arcs = [Array.from({ length: 400_000 }, (_, n) => at(n / 100, n / 100))]
  const geometries = Array.from({ length: 1000 }, (_, n) => ({
    type: 'Polygon',
    arcs: [[0]],
    properties: { name: `${n}镇` },
  }))
  const objects = { towns: { type: 'GeometryCollection', geometries } }
  await expect(read(topology({ arcs, objects }))).rejects.toMatchObject({
    code: 'GEOMETRY_TOO_LARGE',
  })
})

test.each([
  ['an arc that is not there', { arcs: ARCS.slice(0, 1) }, '弧段 1 不存在'],
  ['no arcs', { arcs: null }, '没有 arcs'],
  ['arcs that are no lists', { arcs: [1, 2] }, '坐标的列表'],
  ['no objects', { objects: {} }, '没有 objects'],
  ['an inherited name', { objects: null }, '没有 objects'],
])('%s is told', async (_, more, words) => {
  await expect(read(topology(more))).rejects.toThrow(words)
})
