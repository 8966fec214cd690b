/** A database text holds no NUL, and UTF-8 has no half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** The path of the first text in a validated input that no database could keep; null: all can be. */
export function unstorableTextIn(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? path.join('.') : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorableTextIn(inner, [...path, key])
    if (found !== null) return found
  }
  return null
}
