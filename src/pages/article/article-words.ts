import dayjs from 'dayjs'
import type { Output } from '../../../contract/actions'

export type Article = Output<'content.read'>

/** A published day as people say it. */
export function dayWords(day: string): string {
  const at = dayjs(day)
  if (!at.isValid()) return day
  return at.format(at.year() === dayjs().year() ? 'M月D日' : 'YYYY年M月D日')
}

/** Reading time, rounded up: nobody is hurried. */
export function readingWords(seconds: number): string {
  return `约 ${Math.max(1, Math.ceil(seconds / 60))} 分钟读完`
}
