import type { MultiPolygon, Position } from '../../../domain/fences/geometry'
import { simplifyOutline } from '../../../domain/fences/simplify'

const circle = (points: number, degrees = 0.05, center: Position = [121, 30]): Position[] => {
  const ring = Array.from({ length: points }, (_, at): Position => {
    const angle = (at / points) * 2 * Math.PI
    return [center[0] + degrees * Math.cos(angle), center[1] + degrees * Math.sin(angle)]
  })
  return ring[0] ? [...ring, ring[0]] : ring
}
const points = (outline: MultiPolygon) => outline.flat(2).length

test('points on a straight line are left out, corners stay', () => {
  const side = Array.from({ length: 100 }, (_, at): Position => [121 + at / 1000, 30])
  const drawn = simplifyOutline([[[...side, [121.1, 30.1], [121, 30.1], [121, 30]]]], 800)
  expect(drawn).toEqual([
    [
      [
        [121, 30],
        [121.099, 30],
        [121.1, 30.1],
        [121, 30.1],
        [121, 30],
      ],
    ],
  ])
})

test('a fine outline is thinned until it fits, and stays closed', () => {
  const drawn = simplifyOutline([[circle(20_000)]], 800)
  expect(points(drawn)).toBeLessThanOrEqual(800)
  expect(points(drawn)).toBeGreaterThan(20)
  const ring = drawn[0]?.[0] ?? []
  expect(ring[0]).toEqual(ring[ring.length - 1])
})

test('nothing of the thinned outline is farther than the tolerance from the true one', () => {
  const ring = simplifyOutline([[circle(5000)]], 800)[0]?.[0] ?? []
  for (const [lng, lat] of ring) expect(Math.hypot(lng - 121, lat - 30)).toBeCloseTo(0.05, 5)
})

test('islets too small for the screen disappear, the town stays', () => {
  const town = [circle(2000)]
  const islets = Array.from({ length: 300 }, (_, at) => [
    circle(12, 0.000_02, [122 + at / 1000, 30]),
  ])
  const drawn = simplifyOutline([town, ...islets], 100)
  expect(points(drawn)).toBeLessThanOrEqual(100)
  expect(drawn).toHaveLength(1)
})

test('degenerate rings are left out, and the thinning ends', () => {
  expect(simplifyOutline([[[]], [[[121, 30]]]], 800)).toEqual([])
  const allSame: Position[] = Array.from({ length: 5 }, () => [121, 30])
  expect(points(simplifyOutline([[allSame]], 1))).toBeLessThanOrEqual(5)
})

test('an outline that cannot be thinned enough is still given', () => {
  const many = Array.from({ length: 50 }, (_, at) => [circle(4, 0.5, [100 + at, 30])])
  expect(simplifyOutline(many, 10).length).toBeGreaterThan(0)
})
