import { createHash } from 'node:crypto'

/**
 * SHA-256 in hex of a plain value, whatever the order of its keys: seeding twice changes nothing,
 * and reformatting a file changes nothing either.
 */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
