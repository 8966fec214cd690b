import type { Position } from '../../../domain/fences/geometry'
import { polygonsToGcj02, toGcj02 } from '../../../server/fences/convert-coordinates'
import vectors from '../../fixtures/geo/vectors.json'

const metersApart = ([lng1 = 0, lat1 = 0]: number[], [lng2 = 0, lat2 = 0]: number[]) =>
  Math.hypot((lng1 - lng2) * Math.cos((lat1 * Math.PI) / 180), lat1 - lat2) * 111_320

describe('coordinates become GCJ-02 once', () => {
  test.each([...vectors.wgs84ToGcj02, ...vectors.townsWgs84ToGcj02])(
    'WGS-84 of $name',
    ({ from: [lng = 0, lat = 0], to }) => {
      expect(metersApart(toGcj02(lng, lat, 'wgs84'), to)).toBeLessThan(0.1)
    },
  )

  test.each(vectors.bd09ToGcj02)('BD-09 of $name', ({ from: [lng = 0, lat = 0], to }) => {
    expect(metersApart(toGcj02(lng, lat, 'bd09'), to)).toBeLessThan(1)
  })

  test('GCJ-02 stays as it is, and a mix-up would move a point by hundreds of metres', () => {
    expect(toGcj02(121.2308438, 30.329948, 'gcj02')).toEqual([121.2308438, 30.329948])
    const moved = metersApart(toGcj02(121.226484, 30.33237, 'wgs84'), [121.226484, 30.33237])
    expect(moved).toBeGreaterThan(400)
    expect(moved).toBeLessThan(600)
  })

  test('the uploaded outline is not touched', () => {
    const corner: Position = [121.2, 30.2]
    const original = [[[corner]]]
    const converted = polygonsToGcj02(original, 'wgs84')
    expect(original).toEqual([[[[121.2, 30.2]]]])
    expect(converted[0]?.[0]?.[0]).not.toEqual(corner)
  })
})
