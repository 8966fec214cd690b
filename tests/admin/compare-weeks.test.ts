import { creditedSameDaysLastWeek } from '../../admin/pages/overview/compare-weeks'

/** Fourteen days up to Sunday 22 November 2026, crediting 1, 2, 3 … 14. */
const DAYS = Array.from({ length: 14 }, (_, i) => ({
  day: `2026-11-${String(9 + i).padStart(2, '0')}`,
  credited: i + 1,
}))

test('on a Monday only the Monday before is compared', () => {
  const upToMonday = DAYS.map(({ day, credited }) => ({ day: shifted(day, 1), credited }))
  expect(creditedSameDaysLastWeek(upToMonday, '2026-11-23')).toBe(7)
})

test('on a Sunday the whole week before is compared', () => {
  expect(creditedSameDaysLastWeek(DAYS, '2026-11-22')).toBe(1 + 2 + 3 + 4 + 5 + 6 + 7)
})

test('without the days of last week nothing is claimed', () => {
  expect(creditedSameDaysLastWeek(DAYS.slice(3), '2026-11-22')).toBeNull()
  expect(creditedSameDaysLastWeek([], '2026-11-22')).toBeNull()
})

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
