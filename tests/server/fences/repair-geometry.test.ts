import fc from 'fast-check'
import {
  coversPoint,
  type MultiPolygon,
  type Ring,
  ringAreaSquareMeters,
} from '../../../domain/fences/geometry'
import { findContacts } from '../../../server/fences/find-contacts'
import { repairGeometry } from '../../../server/fences/repair-geometry'
import { arbitraryOutline, at, square } from '../../fixtures/geo/shapes'

const town = square(0, 0, 1000)
const lake = square(400, 400, 200)
const island = square(450, 450, 50)
const exclave = square(2000, 0, 100)

function expectValid(polygons: MultiPolygon): void {
  for (const [shell = [], ...holes] of polygons) {
    expect(ringAreaSquareMeters(shell)).toBeGreaterThan(0)
    for (const hole of holes) expect(ringAreaSquareMeters(hole)).toBeLessThan(0)
  }
  for (const ring of polygons.flat()) expect(ring[0]).toEqual(ring.at(-1))
  const crossings = findContacts(polygons.flat().map((ring) => ring.slice(0, -1)))
  expect(crossings.filter((contact) => contact.crossings > 0)).toEqual([])
}

describe('what desktop software gets wrong is put right and told', () => {
  test.each<[string, MultiPolygon, number, string[]]>([
    ['a right outline is left alone', [[town, lake]], 960_000, []],
    ['winding means nothing', [[town.toReversed(), lake]], 960_000, []],
    ['an open ring is closed', [[town.slice(0, -1)]], 1_000_000, ['RINGS_CLOSED:1']],
    [
      'points listed twice',
      [[[...town.slice(0, 1), ...town]]],
      1_000_000,
      ['DUPLICATES_DROPPED:1'],
    ],
    ['a spike', [[[at(0, 0), at(-50, -50), ...town]]], 1_000_000, ['SPIKES_DROPPED:1']],
    [
      'a sliver without area',
      [[town], [[at(3000, 0), at(3100, 0), at(3200, 0), at(3000, 0)]]],
      1_000_000,
      ['SLIVERS_DROPPED:1'],
    ],
    [
      'a part listed as a hole outside its shell',
      [[town, exclave]],
      1_010_000,
      ['HOLES_TO_PARTS:1', 'AREA_CHANGED_SQUARE_METERS:+20000'],
    ],
    ['a hole listed with the wrong part', [[exclave, lake], [town]], 970_000, ['HOLES_MOVED:1']],
    [
      'an island listed as a second hole',
      [[town, lake, island]],
      962_500,
      ['ISLANDS_IN_HOLES:1', 'AREA_CHANGED_SQUARE_METERS:+5000'],
    ],
    [
      'a shell listed after its hole',
      [[lake, town]],
      960_000,
      ['SHELLS_NOT_FIRST:1', 'AREA_CHANGED_SQUARE_METERS:+1920000'],
    ],
    [
      'a part within another part',
      [[town], [lake]],
      1_000_000,
      ['PARTS_SWALLOWED:1', 'AREA_CHANGED_SQUARE_METERS:-40000'],
    ],
    [
      'two parts that share an edge become one',
      [[town], [square(1000, 0, 1000)]],
      2_000_000,
      ['TOUCHES_RESOLVED:1'],
    ],
    [
      'two parts that overlap are counted once',
      [[town], [square(900, 100, 1000)]],
      1_910_000,
      ['CROSSINGS_RESOLVED:2', 'AREA_CHANGED_SQUARE_METERS:-90000'],
    ],
    [
      'a hole that sticks out only takes what is inside',
      [[town, square(900, 400, 200)]],
      980_000,
      ['CROSSINGS_RESOLVED:2', 'AREA_CHANGED_SQUARE_METERS:+20000'],
    ],
    [
      'a bow-tie keeps both lobes',
      [[[at(0, 0), at(100, 100), at(100, 0), at(0, 100), at(0, 0)]]],
      5_000,
      ['CROSSINGS_RESOLVED:1', 'AREA_CHANGED_SQUARE_METERS:+5000'],
    ],
  ])('%s', (_, polygons, area, repairs) => {
    const repaired = repairGeometry(polygons)
    expectValid(repaired.polygons)
    expect(Math.abs(repaired.areaSquareMeters - area) / area).toBeLessThan(0.002)
    expectRepairs(repaired.repairs, repairs)
  })

  test('the largest part comes first and corners are counted once', () => {
    const repaired = repairGeometry([[exclave], [town, lake]])
    expect(repaired.vertices).toBe(12)
    expect(repaired.polygons.map((polygon) => polygon.length)).toEqual([2, 1])
  })
})

/** Codes must be the same; numbers of square metres may differ by half a percent. */
function expectRepairs(actual: string[], expected: string[]): void {
  const codeOf = (repair: string) => repair.split(':')[0]
  expect(actual.map(codeOf)).toEqual(expected.map(codeOf))
  for (const [index, repair] of expected.entries()) {
    const [wanted, got] = [repair, actual[index] ?? ''].map((one) => Number(one.split(':')[1]))
    if (wanted === undefined || Number.isNaN(wanted)) continue
    expect(Math.abs((got ?? 0) - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 0.005)
  }
}

describe('what nobody can read is refused', () => {
  const scribble: Ring = Array.from({ length: 60 }, (_, index) =>
    at((index ** 2 * 7919) % 1000, (index ** 3 * 131) % 997),
  )
  test.each<[string, MultiPolygon, RegExp]>([
    ['nothing', [], /没有面积/],
    ['an empty ring', [[[]]], /没有面积/],
    ['two points', [[[at(0, 0), at(1, 1), at(0, 0)]]], /没有面积/],
    ['a line there and back', [[[at(0, 0), at(50, 50), at(100, 100), at(50, 50)]]], /没有面积/],
    ['a scribble', [[scribble]], /相交超过 100 处/],
  ])('%s', (_, polygons, message) => {
    expect(() => repairGeometry(polygons)).toThrow(message)
  })
})

describe('properties of repair', () => {
  test('a valid outline keeps every point inside or outside, and repairing twice changes nothing', () => {
    fc.assert(
      fc.property(
        arbitraryOutline,
        fc.double({ min: 120.94, max: 121.33, noNaN: true }),
        fc.double({ min: 30.14, max: 30.26, noNaN: true }),
        (outline, lng, lat) => {
          const once = repairGeometry(outline)
          expectValid(once.polygons)
          fc.pre(!isNearBorder(lng, lat, outline))
          expect(coversPoint(lng, lat, once.polygons)).toBe(coversPoint(lng, lat, outline))
          const twice = repairGeometry(once.polygons)
          expect(twice).toEqual({ ...once, repairs: [] })
        },
      ),
      { numRuns: 100 },
    )
  })

  test('rings drawn at random end up valid or refused, never as something else', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
    const ring = fc
      .array(corner, { maxLength: 12 })
      .map((corners) => corners.map(([e, n]) => at(e * 10, n * 10)))
    const outline = fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 })
    fc.assert(
      fc.property(outline, (polygons) => {
        try {
          expectValid(repairGeometry(polygons).polygons)
        } catch (error) {
          expect(error).toMatchObject({ name: 'GeometryRefused' })
        }
      }),
      { numRuns: 500 },
    )
  })
})

function isNearBorder(lng: number, lat: number, outline: MultiPolygon): boolean {
  const shifted = [-1e-7, 0, 1e-7].flatMap((dx) => [-1e-7, 0, 1e-7].map((dy) => [dx, dy] as const))
  const answers = shifted.map(([dx, dy]) => coversPoint(lng + dx, lat + dy, outline))
  return new Set(answers).size > 1
}
