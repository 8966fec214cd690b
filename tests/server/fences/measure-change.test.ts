import { measureChange } from '../../../server/fences/measure-change'
import { prepareFences } from '../../../server/fences/prepare-fences'
import { aCounty } from '../../fixtures/geo/county'
import { at, square } from '../../fixtures/geo/shapes'

const onCircle = (turn: number) =>
  at(3000 * Math.cos(turn * 2 * Math.PI), 3000 * Math.sin(turn * 2 * Math.PI))
const before = [[square(0, 0, 1000)]]

test('a border pushed out is what was gained and how far', () => {
  const wider = square(0, 0, 1000)
  const after = [
    [wider.map(([x, y], n): [number, number] => (n === 1 || n === 2 ? [x + 0.001, y] : [x, y]))],
  ]
  const change = measureChange(before, after)
  expect(change.exact).toBe(true)
  expect(change.farthestMeters).toBe(96)
  expect(change.movedSquareMeters / 96_330).toBeCloseTo(1, 2)
  expect(measureChange(after, before)).toEqual(change)
})

test('an outline moved as a whole counts what it left and what it took', () => {
  const change = measureChange(before, [[square(500, 0, 1000)]])
  expect(change.farthestMeters / 500).toBeCloseTo(1, 2)
  expect(change.movedSquareMeters / 1e6).toBeCloseTo(1, 2)
})

test('the same outline wound and cut otherwise has not moved', () => {
  const [ring = []] = before[0] ?? []
  const turned = [...ring.slice(2, -1), ...ring.slice(0, 3)].toReversed()
  expect(measureChange(before, [[turned]])).toEqual({
    movedSquareMeters: 0,
    exact: true,
    farthestMeters: 0,
  })
})

test('towns of thousands of corners are measured in seconds, larger ones by their area', async () => {
  const towns = (await prepareFences(JSON.stringify(aCounty(512)), { crs: 'gcj02' })).fences
  const town = towns[0]?.polygons ?? []
  const huge = [[Array.from({ length: 100_000 }, (_, n) => onCircle(n / 100_000))]]
  const pushed = town.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): [number, number] => [x + 0.0001, y])),
  )
  const startedAt = performance.now()
  expect(measureChange(town, pushed)).toMatchObject({ exact: true, farthestMeters: 10 })
  expect(measureChange(huge, huge)).toEqual({
    movedSquareMeters: 0,
    exact: false,
    farthestMeters: 0,
  })
  expect(performance.now() - startedAt).toBeLessThan(15_000)
}, 60_000)
