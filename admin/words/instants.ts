import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(timezone)

const ZONE = 'Asia/Shanghai'
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** An instant as the county's wall clock shows it, whatever zone the computer is set to. */
export function inCounty(instant: string): dayjs.Dayjs {
  return dayjs(instant).tz(ZONE)
}

/** "11-22 09:05" of the running year, "2025-11-22 09:05" of another. */
export function shortInstant(instant: string, now: string = new Date().toISOString()): string {
  const at = inCounty(instant)
  return at.format(at.year() === inCounty(now).year() ? 'MM-DD HH:mm' : 'YYYY-MM-DD HH:mm')
}

export function fullInstant(instant: string): string {
  return `${inCounty(instant).format('YYYY-MM-DD HH:mm:ss')}（北京时间）`
}

export function dayOf(instant: string): string {
  return inCounty(instant).format('YYYY-MM-DD')
}

/** "11月22日 周日". */
export function dayInWords(instant: string): string {
  const at = inCounty(instant)
  return `${at.format('M月D日')} ${WEEKDAYS[at.day()] ?? ''}`
}

export function greetingAt(instant: string): string {
  const hour = inCounty(instant).hour()
  if (hour < 6) return '夜深了，辛苦了'
  if (hour < 12) return '早上好'
  if (hour < 14) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}
