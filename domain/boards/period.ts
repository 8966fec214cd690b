/** China has kept UTC+8 without summer time since 1992; older instants are counted the same way. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

export type PeriodName = 'day' | 'week' | 'month' | 'all'

/** The periods an instant counts in, as keys: 2021-06-28, 2021-W26 (ISO week), 2021-06, all. */
export interface PeriodKeys {
  readonly day: string
  readonly week: string
  readonly month: string
  readonly all: 'all'
}

/** Keys of an instant (milliseconds since 1970) in Asia/Shanghai; each instant is in exactly one. */
export function periodKeysAt(atMs: number): PeriodKeys {
  const date = new Date(atMs + SHANGHAI_OFFSET_MS)
  const day = date.toISOString().slice(0, 10)
  return { day, week: isoWeekOf(date), month: day.slice(0, 7), all: 'all' }
}

/** Monday 00:00 to the next Monday 00:00; the week belongs to the year its Thursday is in. */
function isoWeekOf(date: Date): string {
  const dayOfWeek = (date.getUTCDay() + 6) % 7
  const thursday = new Date(date.getTime() + (3 - dayOfWeek) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const dayOfYear = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS)
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`
}

/** True for a key that names a real day, ISO week or month, or `all`. */
export function isPeriodKey(key: string): boolean {
  if (key === 'all') return true
  if (/^\d{4}-W\d{2}$/.test(key)) return isRealWeek(key)
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(key)) return false
  const day = key.length === 7 ? `${key}-01` : key
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

function isRealWeek(key: string): boolean {
  const year = Number(key.slice(0, 4))
  const week = Number(key.slice(6))
  const january4 = Date.UTC(year, 0, 4)
  const monday = january4 - ((new Date(january4).getUTCDay() + 6) % 7) * DAY_MS
  return week >= 1 && isoWeekOf(new Date(monday + (week - 1) * 7 * DAY_MS)) === key
}

/** `day`, `week`, `month` mean the running one; a key stands for itself; null when it names none. */
export function periodKeyOf(asked: string, nowMs: number): string | null {
  const keys = periodKeysAt(nowMs)
  if (asked === 'day' || asked === 'week' || asked === 'month' || asked === 'all')
    return keys[asked]
  return isPeriodKey(asked) ? asked : null
}
