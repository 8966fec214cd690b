import fc from 'fast-check'
import { type MultiPolygon, signedDistanceMeters } from '../../../domain/fences/geometry'
import { buildFenceIndex, type FenceRow } from '../../../server/fences/fence-index'
import { aCounty } from '../../fixtures/geo/county'
import { arbitraryOutline, arbitraryPoint, at, square } from '../../fixtures/geo/shapes'

const aRow = (fenceId: string, multipolygon: MultiPolygon): FenceRow => ({
  fenceId,
  version: 1,
  kind: 'area',
  orgId: 'org',
  areaId: null,
  name: fenceId,
  areaSquareMeters: 1,
  createdAtMs: 0,
  multipolygon,
})

/** The answer by asking the domain about each fence. */
function askOneByOne(rows: FenceRow[], lng: number, lat: number, radius: number) {
  return rows
    .map((row) => [row.fenceId, signedDistanceMeters(lng, lat, row.multipolygon)] as const)
    .filter(([, distance]) => distance <= radius)
    .sort(([, a], [, b]) => a - b)
}

function expectSameAnswer(rows: FenceRow[], lng: number, lat: number, radius: number): void {
  const found = buildFenceIndex(rows).near(lng, lat, radius)
  const expected = askOneByOne(rows, lng, lat, radius)
  expect(found.map(({ fence }) => fence.fenceId).sort()).toEqual(expected.map(([id]) => id).sort())
  for (const [index, [, distance]] of expected.entries()) {
    expect(Math.abs((found[index]?.distanceMeters ?? 0) - distance)).toBeLessThan(1e-6)
  }
}

describe('the fences around a point', () => {
  test('are the same as by asking the rule about each fence', () => {
    const rows = fc
      .array(arbitraryOutline, { maxLength: 5 })
      .map((outlines) => outlines.map((outline, index) => aRow(`${index}`, outline)))
    fc.assert(
      fc.property(rows, arbitraryPoint, fc.integer({ min: 0, max: 5000 }), (all, point, radius) => {
        expectSameAnswer(all, point[0], point[1], radius)
      }),
      { numRuns: 300 },
    )
  })

  test('are the same on corners, edges and anywhere in a county of real size', () => {
    const rows = aCounty().features.map((town) =>
      aRow(town.properties.name, town.geometry.coordinates as MultiPolygon),
    )
    const index = buildFenceIndex(rows)
    const corners = rows.flatMap((row) => row.multipolygon[0]?.[0]?.slice(0, 3) ?? [])
    const anywhere = Array.from({ length: 60 }, (_, i) => [
      120.95 + i * 0.01,
      29.97 + ((i * 7) % 46) / 100,
    ])
    for (const [lng = 0, lat = 0] of [...corners, ...anywhere]) {
      const expected = askOneByOne(rows, lng, lat, 300)
      const found = index.near(lng, lat, 300)
      expect(found.map(({ fence }) => fence.fenceId).sort()).toEqual(
        expected.map(([id]) => id).sort(),
      )
      for (const [order, [, distance]] of expected.entries()) {
        expect(Math.abs((found[order]?.distanceMeters ?? 0) - distance)).toBeLessThan(1e-6)
      }
    }
  }, 20_000)

  test('on the border between two towns belong to both, nearest or deepest first', () => {
    const index = buildFenceIndex([
      aRow('west', [[square(0, 0, 1000)]]),
      aRow('east', [[square(1000, 0, 1000)]]),
      aRow('county', [[square(-500, -500, 4000)]]),
    ])
    const [lng, lat] = at(1000, 500)
    const found = index.near(lng, lat, 50)
    expect(found.map(({ fence }) => fence.fenceId)).toEqual(['county', 'west', 'east'])
    expect(found.map(({ distanceMeters }) => Math.round(distanceMeters))).toEqual([-1000, 0, 0])
  })

  test('are none without fences, and a fence carries no outline', () => {
    expect(buildFenceIndex([]).near(121, 30, 1000)).toEqual([])
    const index = buildFenceIndex([aRow('a', [[square(0, 0, 10)]])])
    expect(index.size).toBe(1)
    const [found] = index.near(...at(5, 5), 0)
    expect(found?.fence).not.toHaveProperty('multipolygon')
  })
})
