import turfArea from '@turf/area'
import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import {
  areaSquareMeters,
  BORDER_METERS,
  coversPoint,
  type MultiPolygon,
  type Position,
  ringAreaSquareMeters,
  signedDistanceMeters,
} from '../../../domain/fences/geometry'
import { arbitraryOutline, arbitraryPoint, at, square } from '../../fixtures/geo/shapes'

const townWithLake: MultiPolygon = [[square(0, 0, 1000), square(400, 400, 200)]]

function haversineMeters(a: Position, b: Position): number {
  const [lng1, lat1, lng2, lat2] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180)
  if (lng1 === undefined || lat1 === undefined || lng2 === undefined || lat2 === undefined) return 0
  const h =
    Math.sin((lat2 - lat1) / 2) ** 2 +
    Math.cos(lat1) * Math.cos(lat2) * Math.sin((lng2 - lng1) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h))
}

describe('the distance to a border', () => {
  test.each([
    ['in the middle of the land', at(200, 500), -200],
    ['outside to the west', at(-30, 500), 30],
    ['outside across a corner', at(-30, -40), 50],
    ['in the lake, which is outside', at(500, 500), 100],
    ['on land near the lake', at(390, 500), -10],
  ])('%s', (_, [lng, lat], meters) => {
    const distance = signedDistanceMeters(lng, lat, townWithLake)
    expect(Math.sign(distance)).toBe(Math.sign(meters))
    expect(Math.abs(distance - meters)).toBeLessThan(Math.abs(meters) * 0.002)
  })

  test('agrees with great circles to sampled borders within half a percent', () => {
    fc.assert(
      fc.property(arbitraryOutline, arbitraryPoint, (outline, [lng, lat]) => {
        let sampled = Number.POSITIVE_INFINITY
        for (const ring of outline.flat()) {
          for (const [index, from] of ring.slice(0, -1).entries()) {
            const to = ring[index + 1] ?? from
            for (let t = 0; t <= 1; t += 1 / 64) {
              const x = from[0] + t * (to[0] - from[0])
              const y = from[1] + t * (to[1] - from[1])
              sampled = Math.min(sampled, haversineMeters([lng, lat], [x, y]))
            }
          }
        }
        const distance = Math.abs(signedDistanceMeters(lng, lat, outline))
        expect(distance).toBeLessThanOrEqual(sampled * 1.005 + 0.1)
        expect(distance).toBeGreaterThanOrEqual(sampled * 0.995 - 60)
      }),
      { numRuns: 100 },
    )
  })

  test('a fence without any ring is infinitely far', () => {
    expect(signedDistanceMeters(121, 30, [])).toBe(Number.POSITIVE_INFINITY)
    expect(signedDistanceMeters(121, 30, [[]])).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('inside or not', () => {
  test('agrees with turf for any winding, holes and parts', () => {
    fc.assert(
      fc.property(arbitraryOutline, arbitraryPoint, (coordinates, point) => {
        const distance = signedDistanceMeters(point[0], point[1], coordinates)
        fc.pre(Math.abs(distance) > BORDER_METERS)
        const turf = booleanPointInPolygon(point, { type: 'MultiPolygon', coordinates })
        expect(distance < 0).toBe(turf)
      }),
      { numRuns: 2000 },
    )
  })

  test('corners and points along an edge are on the border, of shell and hole alike', () => {
    fc.assert(
      fc.property(arbitraryOutline, fc.double({ min: 0, max: 1, noNaN: true }), (outline, t) => {
        for (const ring of outline.flat()) {
          for (const [index, from] of ring.slice(0, -1).entries()) {
            const to = ring[index + 1] ?? from
            const [lng, lat] = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]
            expect(signedDistanceMeters(lng, lat, outline)).toBe(0)
            expect(coversPoint(lng, lat, outline)).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('two millimetres beyond the gate are outside', () => {
    const [lng, lat] = at(-0.002, 500)
    expect(coversPoint(lng, lat, townWithLake)).toBe(false)
  })

  test('winding, the closing point and the order of rings change nothing', () => {
    const [shell = [], lake = []] = townWithLake[0] ?? []
    const other: MultiPolygon = [[lake.slice(0, -1), shell.toReversed()]]
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 1050 }),
        fc.integer({ min: -50, max: 1050 }),
        (e, n) => {
          const [lng, lat] = at(e, n)
          const [a, b] = [townWithLake, other].map((o) => signedDistanceMeters(lng, lat, o))
          expect(b).toBeCloseTo(a ?? 0, 6)
        },
      ),
    )
  })
})

describe('the area', () => {
  test('of a town is its land without the lake', () => {
    expect(areaSquareMeters(townWithLake)).toBeCloseTo(960_000, -4)
  })

  test('agrees with turf, which takes the earth for a ball, within half a percent', () => {
    fc.assert(
      fc.property(arbitraryOutline, (coordinates) => {
        const turf = turfArea({ type: 'MultiPolygon', coordinates })
        const ours = areaSquareMeters(coordinates)
        expect(Math.abs(ours - turf) / turf).toBeLessThan(0.005)
      }),
    )
  })

  test('has the sign of the winding, and is 0 for a line', () => {
    expect(ringAreaSquareMeters(square(0, 0, 10))).toBeCloseTo(100, 0)
    expect(ringAreaSquareMeters(square(0, 0, 10).toReversed())).toBeCloseTo(-100, 0)
    expect(ringAreaSquareMeters([at(0, 0), at(10, 0), at(0, 0)])).toBe(0)
  })
})
