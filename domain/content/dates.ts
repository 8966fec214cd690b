const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u

/** True for a calendar day written YYYY-MM-DD that exists. */
export function isDay(text: string): boolean {
  return text.length === 10 && isPartialDate(text)
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD, each part existing. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL_DATE.exec(text)
  if (!match) return false
  const [, year = '', month = '01', day = '01'] = match
  const iso = `${year}-${month}-${day}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
}
