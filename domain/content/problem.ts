/** One thing wrong with a piece of content: which rule, in which piece, and what was found. */
export interface Problem {
  readonly rule: string
  /** Slug of the article or lesson, with the part after a colon: `brushing-how:summary`. */
  readonly where: string
  readonly found: string
}
