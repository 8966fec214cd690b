export interface Option {
  readonly id: string
  readonly text: string
}

export interface Question {
  /** Unique across all lessons: an answer names only this. */
  readonly id: string
  readonly stem: string
  readonly options: readonly Option[]
  readonly rightId: string
  readonly explanation: string
}

/** An article plus the bank its quiz is drawn from. */
export interface ParsedLesson {
  readonly slug: string
  readonly articleSlug: string
  readonly fraudType: string
  readonly audiences: readonly string[]
  readonly questions: readonly Question[]
  readonly hash: string
}

/** Three questions are asked at a time, so a bank below four could only repeat itself. */
export const BANK_SIZE_MIN = 4
export const OPTIONS_MIN = 3
export const OPTIONS_MAX = 4
