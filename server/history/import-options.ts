import type { Crs } from '../../domain/fences/coordinates'

export type ImportStep =
  | { readonly step: 'waiting' }
  | { readonly step: 'sorting' }
  | { readonly step: 'reading'; readonly bytes: number }
  | { readonly step: 'crediting' | 'filing'; readonly part: number; readonly of: number }

export interface ImportOptions {
  readonly file: string
  readonly crs: Crs
  /** The org of promoters the database does not know yet. */
  readonly orgId: string
  readonly progress?: (step: ImportStep) => void
  readonly parts?: { readonly credits: number; readonly pages: number }
}
