import {
  cell001,
  distanceBucketMeters,
  isInsideChina,
  isSwapped,
} from '../../../domain/fences/coordinates'

describe('where a point is', () => {
  test.each([
    ['Beijing', 116.4, 39.9, true],
    ['Sansha', 112.33, 16.83, true],
    ['Mohe', 122.37, 53.48, true],
    ['Tokyo', 139.7, 35.7, false],
    ['the ocean at 0, 0', 0, 0, false],
    ['a projected pair in metres', 40_523_000, 3_345_000, false],
    ['no number', Number.NaN, 30, false],
  ])('%s is judged by the box of China', (_, lng, lat, expected) => {
    expect(isInsideChina(lng, lat)).toBe(expected)
  })

  test('a pair written latitude first is noticed, a foreign one is not', () => {
    expect(isSwapped(30.2, 121.3)).toBe(true)
    expect(isSwapped(121.3, 30.2)).toBe(false)
    expect(isSwapped(139.7, 35.7)).toBe(false)
  })
})

describe('what remains of a position', () => {
  test.each([
    [121.2308, 30.3399, '121.23,30.33'],
    [121.23, 30.33, '121.23,30.33'],
    [121.2299999, 30.3299999, '121.22,30.32'],
    [73, 4.05, '73.00,4.05'],
    [-0.001, 0, '-0.01,0.00'],
  ])('the cell of %d, %d is %s', (lng, lat, cell) => {
    expect(cell001(lng, lat)).toBe(cell)
  })

  test('every hundredth of a degree lies in its own cell', () => {
    for (let n = 7300; n <= 13600; n += 1) {
      expect(cell001(n / 100, 30)).toBe(`${(n / 100).toFixed(2)},30.00`)
    }
  })

  test.each([
    [0, 0],
    [49.9, 0],
    [50, 50],
    [-120, 50],
    [199.9, 50],
    [200, 200],
    [500, 500],
    [1000, 1000],
    [2999, 1000],
    [3000, 3000],
    [Number.POSITIVE_INFINITY, 3000],
  ])('%d metres fall into the bucket from %d', (meters, bucket) => {
    expect(distanceBucketMeters(meters)).toBe(bucket)
  })
})
