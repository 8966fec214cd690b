const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String((error as { code: unknown }).code)
    : undefined
}

/** True when the same transaction may succeed if it is simply run again. */
export function isPassing(error: unknown): boolean {
  return [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error) ?? '')
}

/** True when the database could not be reached or is starting, stopping or full. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  if (/^(08|53|57P)/.test(code)) return true
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code)) return true
  const message = error instanceof Error ? error.message : ''
  return /connection terminated|is not queryable|timeout exceeded when trying to connect/i.test(
    message,
  )
}
