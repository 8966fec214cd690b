import { RuleError } from './rule-error'

/** A cursor is the sort key of the last row, opaque to the face. Bad ones answer BAD_INPUT. */
export function cursorFrom(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Reads back `length` parts; null when there is no cursor. */
export function cursorParts(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === length) return parts.map(String)
  } catch {
    // Falls through to the refusal below.
  }
  throw new RuleError('BAD_INPUT', { path: 'cursor', expected: 'a cursor this action answered' })
}

/** Cuts limit + 1 rows to a page; `key` gives the sort key of a row. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => readonly (string | number)[],
  show: (row: R) => T,
): { items: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown[shown.length - 1]
  return {
    items: shown.map(show),
    nextCursor: rows.length > limit && last ? cursorFrom(key(last)) : null,
  }
}
