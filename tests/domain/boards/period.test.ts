import fc from 'fast-check'
import { isPeriodKey, periodKeyOf, periodKeysAt } from '../../../domain/boards/period'

const at = (shanghai: string) => Date.parse(`${shanghai}+08:00`)
const HOUR = 3_600_000
const DAY = 24 * HOUR

test.each([
  ['2021-07-03T23:59:59.999', { day: '2021-07-03', week: '2021-W26', month: '2021-07' }],
  ['2021-07-04T00:00:00.000', { day: '2021-07-04', week: '2021-W26', month: '2021-07' }],
  ['2021-07-04T23:59:59.999', { day: '2021-07-04', week: '2021-W26', month: '2021-07' }],
  ['2021-07-05T00:00:00.000', { day: '2021-07-05', week: '2021-W27', month: '2021-07' }],
  ['2021-01-31T23:59:59.999', { day: '2021-01-31', week: '2021-W04', month: '2021-01' }],
  ['2021-02-01T00:00:00.000', { day: '2021-02-01', week: '2021-W05', month: '2021-02' }],
  ['2024-02-29T12:00:00.000', { day: '2024-02-29', week: '2024-W09', month: '2024-02' }],
  ['2020-12-31T23:59:59.999', { day: '2020-12-31', week: '2020-W53', month: '2020-12' }],
  ['2021-01-03T23:59:59.999', { day: '2021-01-03', week: '2020-W53', month: '2021-01' }],
  ['2021-01-04T00:00:00.000', { day: '2021-01-04', week: '2021-W01', month: '2021-01' }],
  ['2024-12-30T00:00:00.000', { day: '2024-12-30', week: '2025-W01', month: '2024-12' }],
])('%s in Shanghai counts in its own day, ISO week and month', (shanghai, keys) => {
  expect(periodKeysAt(at(shanghai))).toEqual({ ...keys, all: 'all' })
})

test('eight in the evening of London’s Saturday is Shanghai’s Sunday', () => {
  expect(periodKeysAt(Date.parse('2021-07-03T20:00:00Z')).day).toBe('2021-07-04')
})

test('a period key is a real one, and its neighbours touch without gap or overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: at('1993-01-01T00:00'), max: at('2099-12-31T00:00') }), (ms) => {
      const keys = periodKeysAt(ms)
      for (const key of Object.values(keys)) expect(isPeriodKey(key)).toBe(true)
      const midnight = at(`${keys.day}T00:00`)
      expect(periodKeysAt(midnight).day).toBe(keys.day)
      expect(periodKeysAt(midnight - 1).day).not.toBe(keys.day)
      expect(periodKeysAt(midnight + DAY - 1).day).toBe(keys.day)
      expect(periodKeysAt(midnight + DAY).day).not.toBe(keys.day)
    }),
  )
})

test('every week has seven days and starts on a Monday', () => {
  const first = at('2015-12-28T00:00')
  for (let day = 0; day < 12 * 366; day++) {
    const [today, before] = [first + day * DAY, first + (day - 1) * DAY]
    const turned = periodKeysAt(today).week !== periodKeysAt(before).week
    expect(turned).toBe(new Date(today + 8 * HOUR).getUTCDay() === 1)
  }
})

test.each(['all', '2021-W26', '2020-W53', '2021-01', '2021-12', '2024-02-29', '2021-06-28'])(
  '%s names a period',
  (key) => expect(isPeriodKey(key)).toBe(true),
)

test.each([
  '2021-W53',
  '2021-W54',
  '2021-W00',
  '2021-02-29',
  '2021-02-30',
  '2021-00',
  '2021-13',
  '2021-06-00',
  '2021-06-31',
  '2021',
  '2021-W1',
  '21-06',
  '',
  'day',
  'toString',
  '2021-06-28T00:00',
])('%p names no period', (key) => expect(isPeriodKey(key)).toBe(false))

test('day, week and month mean the running one; a key stands for itself', () => {
  const now = at('2021-01-03T12:00')
  expect(periodKeyOf('day', now)).toBe('2021-01-03')
  expect(periodKeyOf('week', now)).toBe('2020-W53')
  expect(periodKeyOf('month', now)).toBe('2021-01')
  expect(periodKeyOf('all', now)).toBe('all')
  expect(periodKeyOf('2019-W02', now)).toBe('2019-W02')
  expect(periodKeyOf('2021-W54', now)).toBeNull()
})
