import dayjs from 'dayjs'

interface Day {
  readonly day: string
  readonly credited: number
}

/**
 * Credited from Monday up to the same weekday a week ago, so that a running week is compared with
 * an equally long one. Null when the days given do not reach back that far.
 */
export function creditedSameDaysLastWeek(days: readonly Day[], today: string): number | null {
  const sinceMonday = (dayjs(today).day() + 6) % 7
  let sum = 0
  for (let back = 7 + sinceMonday; back >= 7; back--) {
    const key = dayjs(today).subtract(back, 'day').format('YYYY-MM-DD')
    const day = days.find((one) => one.day === key)
    if (day === undefined) return null
    sum += day.credited
  }
  return sum
}
