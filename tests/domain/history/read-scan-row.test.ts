import { type Column, type RowFault, readScanRow } from '../../../domain/history/read-scan-row'

const GOOD: Record<Column, string> = {
  event_id: 'e1',
  occurred_at: '2021-07-03T09:30:00+08:00',
  received_at: '2021-07-03T09:31:00+08:00',
  promoter: 'p1',
  volunteer: 'v1',
  kind: 'scan',
  lng: '121.05',
  lat: '30.05',
  accuracy_m: '15',
}
const read = (changed: Partial<Record<Column, string>> = {}) =>
  readScanRow((column) => ({ ...GOOD, ...changed })[column])
const faultOf = (changed: Partial<Record<Column, string>>) => read(changed) as RowFault

test('a full row is read with point and accuracy', () => {
  expect(read()).toEqual({
    eventId: 'e1',
    occurredAt: '2021-07-03T09:30:00+08:00',
    receivedAt: '2021-07-03T09:31:00+08:00',
    promoter: 'p1',
    volunteer: 'v1',
    kind: 'scan',
    point: { lng: 121.05, lat: 30.05 },
    accuracyMeters: 15,
  })
})

test('without an arrival time the row arrived when it happened', () => {
  expect(read({ received_at: '' })).toMatchObject({ receivedAt: GOOD.occurred_at })
})

test('without a place it is placeless, not wrong', () => {
  expect(read({ lng: '', lat: '', accuracy_m: '' })).toMatchObject({
    point: null,
    accuracyMeters: null,
  })
})

test.each<[string, string]>([
  ['2021-07-03 09:30:00+08:00', '2021-07-03T09:30:00+08:00'],
  ['2021-07-03T09:30Z', '2021-07-03T09:30Z'],
  ['2021-07-03T01:30:00z', '2021-07-03T01:30:00Z'],
  ['2021-07-03T09:30:00,123456+0800', '2021-07-03T09:30:00.123456+08:00'],
  ['2021-07-03T09:30:00.5 +08', '2021-07-03T09:30:00.5+08:00'],
  ['2021-07-02T21:30:00-0400', '2021-07-02T21:30:00-04:00'],
])('%s is read as %s', (written, normal) => {
  expect(read({ occurred_at: written })).toMatchObject({ occurredAt: normal })
})

test.each([
  '',
  '2021-07-03',
  '2021-07-03T09:30:00',
  '03.07.2021 09:30+08:00',
  '2021-02-30T09:30:00+08:00',
  '2021-13-01T09:30:00+08:00',
  '2021-07-03T24:30:00+08:00',
  '2021-07-03T09:60:00+08:00',
  '2021-07-03T09:30:00+99:00',
  '1625275800',
  'yesterday',
])('the time %p is refused by its column', (written) => {
  expect(faultOf({ occurred_at: written })).toMatchObject({ column: 'occurred_at', found: written })
})

test.each<[Column, string]>([
  ['lng', 'NaN'],
  ['lng', 'Infinity'],
  ['lng', '180.1'],
  ['lng', '121,05'],
  ['lng', ''],
  ['lat', '90.1'],
  ['lat', '-90.1'],
  ['lat', 'north'],
  ['lat', ''],
  ['accuracy_m', 'good'],
  ['event_id', ''],
  ['promoter', ''],
  ['volunteer', 'v'.repeat(101)],
  ['promoter', 'p\0'],
])('%s of %p is refused, naming the column and what was expected', (column, found) => {
  const fault = faultOf({ [column]: found })
  expect(fault).toMatchObject({ column, found })
  expect(fault.expected).not.toBe('')
})

test('the bounds themselves are degrees', () => {
  expect(read({ lng: '-180', lat: '90' })).toMatchObject({ point: { lng: -180, lat: 90 } })
})

test.each(['0', '-1', ''])('an accuracy of %p means that none was given', (accuracy_m) => {
  expect(read({ accuracy_m })).toMatchObject({ accuracyMeters: null })
})

test('an id of one hundred characters fits; a longer kind is cut', () => {
  expect(read({ event_id: 'e'.repeat(100) })).toMatchObject({ eventId: 'e'.repeat(100) })
  expect(read({ kind: 'k'.repeat(150) })).toMatchObject({ kind: 'k'.repeat(100) })
})
