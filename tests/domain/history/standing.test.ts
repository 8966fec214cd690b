import { pastPlace, standingOf } from '../../../domain/history/standing'

const scan = { promoter: 'p1', volunteer: 'v1', kind: 'scan', place: 'inside' } as const

test('a scan of somebody else inside the fence is valid', () => {
  expect(standingOf(scan)).toBe('valid')
})

test.each(['inside', 'near', 'unknown', 'placeless'] as const)(
  'placed %s it is valid: only a clear outside costs a credit',
  (place) => expect(standingOf({ ...scan, place })).toBe('valid'),
)

test('outside is outside', () => {
  expect(standingOf({ ...scan, place: 'outside' })).toBe('outside')
})

test('nobody recruits oneself, wherever it was', () => {
  expect(standingOf({ ...scan, volunteer: 'p1' })).toBe('self_scan')
  expect(standingOf({ ...scan, volunteer: 'p1', place: 'outside' })).toBe('self_scan')
})

test.each(['share', 'FORWARD', ' moments ', 'read', 'view', 'quiz', 'recall'])(
  'a row of kind %p is no scan, so it recruits nobody',
  (kind) => expect(standingOf({ ...scan, kind })).toBe('not_a_scan'),
)

test.each(['', 'scan', 'qr', '扫码', 'shared-booth'])(
  'a kind the publisher named %p is taken as a scan',
  (kind) => expect(standingOf({ ...scan, kind })).toBe('valid'),
)

test.each<[number, number | null, string]>([
  [-5, 10, 'inside'],
  [0, 10, 'inside'],
  [0, null, 'inside'],
  [-5, 5000, 'inside'],
  [0.1, 10, 'near'],
  [10, 10, 'near'],
  [10.1, 10, 'outside'],
  [50, 60, 'near'],
  [50.1, 60, 'outside'],
  [50.1, 300, 'outside'],
  [50.1, 300.1, 'unknown'],
  [0.1, null, 'outside'],
  [0.1, 0, 'outside'],
])('%d m from the fence with a fix of %p m was %s', (nearest, accuracy, place) => {
  expect(pastPlace(nearest, accuracy)).toBe(place)
})
