/** How well a yearly list's entry is known: printed and checked, read in one place, or deduced. */
export type Evidence = 'confirmed' | 'single-source' | 'inferred'

export interface FraudType {
  readonly id: string
  readonly name: string
  readonly definition: string
  readonly advice: string
}

/** A subject of articles that is no class of fraud and is never counted in statistics. */
export interface Topic {
  readonly id: string
  readonly name: string
  readonly definition: string
}

export interface Audience {
  readonly id: string
  readonly name: string
}

export interface ListedType {
  /** The words of that year's list. */
  readonly as: string
  /** More than one id where the list merges our classes, as 2025 merges loans and credit. */
  readonly ids: readonly string[]
  readonly evidence: Evidence
}

/** One yearly list of the Ministry of Public Security: dated data, because the lists differ. */
export interface YearlyList {
  readonly year: number
  readonly publisher: string
  /** YYYY-MM or YYYY-MM-DD. */
  readonly publishedOn: string
  /** How many classes the list announced. */
  readonly size: number
  readonly types: readonly ListedType[]
}

export interface Taxonomy {
  /** Date of this edition of the file, YYYY-MM-DD. */
  readonly version: string
  readonly fraudTypes: readonly FraudType[]
  readonly topics: readonly Topic[]
  readonly audiences: readonly Audience[]
  readonly lists: readonly YearlyList[]
  readonly hash: string
}

/** In which years' lists a fraud type stands, and under which words; oldest first. */
export function listingsOf(
  taxonomy: Taxonomy,
  fraudTypeId: string,
): readonly (ListedType & { readonly year: number; readonly merged: boolean })[] {
  return [...taxonomy.lists]
    .sort((a, b) => a.year - b.year)
    .flatMap((list) =>
      list.types
        .filter((type) => type.ids.includes(fraudTypeId))
        .map((type) => ({ ...type, year: list.year, merged: type.ids.length > 1 })),
    )
}

/** Ids an article or lesson may name as its fraud type: the classes and the uncounted topics. */
export function subjectIds(taxonomy: Taxonomy): ReadonlySet<string> {
  return new Set([...taxonomy.fraudTypes, ...taxonomy.topics].map((subject) => subject.id))
}
