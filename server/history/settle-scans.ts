import { DOUBLE_TAP_SECONDS } from '../../domain/history/standing'
import { RULES } from '../../domain/recruitment/rules'
import type { Db } from '../platform/database'
import { addPromoters, creditPart, findFirstScans } from './credit-store'
import type { ImportOptions } from './import-options'
import { inOne } from './import-session'
import { countContradicting, fileScans, pagesOfFresh, refreshStatistics, siftScans } from './store'

/**
 * How much one transaction takes: few enough credits that a promoter's scores are held for seconds,
 * not minutes; and pages of about a hundred thousand scans.
 */
export const PARTS = { credits: 50_000, pages: 2000 }

export interface Settled {
  readonly added: number
  readonly known: number
  readonly repeated: number
  readonly contradicting: number
  readonly outcomes: Readonly<Record<string, number>>
}

/** Credits the first valid scan of each volunteer among the staged ones, then files all of them. */
export async function settleScans(
  session: Db,
  readable: number,
  { orgId, progress, parts = PARTS }: ImportOptions,
): Promise<Settled> {
  progress?.({ step: 'sorting' })
  const { fresh, known } = await inOne(session, siftScans)
  const repeated = readable - fresh - known
  const contradicting = repeated + known > 0 ? await inOne(session, countContradicting) : 0
  const outcomes: Record<string, number> = {}
  if (fresh > 0) {
    await inOne(session, (tx) => addPromoters(tx, orgId))
    const credited = await creditInParts(session, parts.credits, progress)
    if (credited > 0) outcomes.credited = credited
    for (const [outcome, n] of await fileInParts(session, parts.pages, progress))
      outcomes[outcome] = n
    await inOne(session, refreshStatistics)
  }
  return { added: fresh, known, repeated, contradicting, outcomes }
}

async function creditInParts(
  session: Db,
  creditsPerPart: number,
  progress: ImportOptions['progress'],
): Promise<number> {
  const of = Math.ceil((await inOne(session, findFirstScans)) / creditsPerPart)
  let credited = 0
  for (let at = 0; at < of; at++) {
    credited += await inOne(session, (tx) => creditPart(tx, { at, of }, RULES))
    progress?.({ step: 'crediting', part: at + 1, of })
  }
  return credited
}

async function fileInParts(
  session: Db,
  pagesPerPart: number,
  progress: ImportOptions['progress'],
): Promise<Map<string, number>> {
  const pages = await inOne(session, pagesOfFresh)
  const of = Math.ceil(pages / pagesPerPart)
  const counted = new Map<string, number>()
  for (let at = 0; at < of; at++) {
    const part = { from: at * pagesPerPart, to: Math.min(pages, (at + 1) * pagesPerPart) }
    const filed = await inOne(session, (tx) => fileScans(tx, part, DOUBLE_TAP_SECONDS))
    for (const [outcome, n] of filed) counted.set(outcome, (counted.get(outcome) ?? 0) + n)
    progress?.({ step: 'filing', part: at + 1, of })
  }
  return counted
}
