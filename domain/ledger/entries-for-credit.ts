import type { RecruitmentRules } from '../recruitment/rules'

export interface CreditEntry {
  readonly memberId: string
  /** Unique for the member: the same credit twice is one entry. */
  readonly key: string
  readonly what: 'recruit' | 'learned'
  readonly role: 'promoter' | 'volunteer'
  readonly points: number
  readonly recruits: 0 | 1
}

/**
 * The entries a credited recruitment makes: the volunteer for having learned, the promoter for
 * having taught. A poster (no promoter) credits the org, so nobody's personal account moves.
 */
export function entriesForCredit(
  credit: { sourceId: string; promoterId: string | null; volunteerId: string },
  rules: RecruitmentRules,
): CreditEntry[] {
  const learned: CreditEntry = {
    memberId: credit.volunteerId,
    key: `learned:${credit.sourceId}`,
    what: 'learned',
    role: 'volunteer',
    points: rules.volunteerPoints,
    recruits: 0,
  }
  if (credit.promoterId === null) return [learned]
  const recruit: CreditEntry = {
    memberId: credit.promoterId,
    key: `recruit:${credit.sourceId}`,
    what: 'recruit',
    role: 'promoter',
    points: rules.promoterPoints,
    recruits: 1,
  }
  return [recruit, learned]
}
