import * as z from 'zod'
import { RuleError } from './rule-error'
import { unstorableTextIn } from './storable-text'

/** A cursor is the sort key of the last row, opaque to the face. Bad ones answer BAD_INPUT. */
export function cursorFrom(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** What a part of a sort key may be, so that no forged one reaches a cast of the database. */
const PARTS = {
  text: (part: string) => unstorableTextIn(part) === null,
  integer: (part: string) => /^\d{1,18}$/.test(part),
  uuid: (part: string) => z.uuid().safeParse(part).success,
  day: (part: string) => z.iso.date().safeParse(part).success,
  /** As the database writes an instant in UTC: 2026-11-22 04:40:03.123456+00. */
  instant: (part: string) =>
    /^\S+ \S+\+00$/.test(part) &&
    z.iso.datetime().safeParse(part.replace(' ', 'T').replace('+00', 'Z')).success,
}

/**
 * Reads back a cursor of these parts; null when there is none. Throws BAD_INPUT for one that this
 * action cannot have answered.
 */
export function cursorParts<const K extends readonly (keyof typeof PARTS)[]>(
  cursor: string | undefined,
  kinds: K,
): { [I in keyof K]: string } | null {
  if (cursor === undefined) return null
  const parts = decoded(cursor)
  const fits =
    parts?.length === kinds.length && kinds.every((kind, at) => PARTS[kind](parts[at] ?? ''))
  if (fits) return parts as { [I in keyof K]: string }
  throw new RuleError('BAD_INPUT', { path: 'cursor', expected: 'a cursor this action answered' })
}

function decoded(cursor: string): string[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const plain = (part: unknown) => typeof part === 'string' || typeof part === 'number'
    return Array.isArray(parts) && parts.every(plain) ? parts.map(String) : null
  } catch {
    return null
  }
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
