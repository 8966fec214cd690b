import type { RecruitmentRules } from './rules'

export type CreditReason =
  | 'OUTSIDE_FENCE'
  | 'NEAR_FENCE'
  | 'PLACE_UNKNOWN'
  | 'DECLARED_ELSEWHERE'
  | 'ENTRY_NOT_SCANNED'
  | 'SCAN_TOO_OLD'
  | 'NOT_WECHAT_CLIENT'
  | 'ALREADY_VOLUNTEER'
  | 'CODE_REVOKED_MEANWHILE'
  | 'NO_FENCE'

export interface CreditFacts {
  /** The member is bound already: the first valid scan wins for ever. */
  readonly bound: boolean
  readonly codeGood: boolean
  readonly fencesKnown: boolean
  readonly place: 'inside' | 'near' | 'outside' | 'unknown' | 'declared' | 'placeless'
  /** For a declared place: the village chosen lies in the code's fence. */
  readonly declaredInFence: boolean
  /** Null when the platform did not say. */
  readonly entryScene: number | null
  readonly scanAgeSeconds: number | null
  readonly source: 'wx_client' | 'http' | 'local' | 'other'
}

export interface CreditDecision {
  readonly outcome: 'credited' | 'held' | 'refused'
  readonly reasons: readonly CreditReason[]
}

/**
 * Whether a finished recruitment earns credit. Nothing here stops anyone from learning: it decides
 * about credit only. Refusals come first; a hold waits for a person; otherwise it is credited.
 * Source of the rules: R2 (fence), R6 (entry), R8 (first scan) of the anti-cheat rule set.
 */
export function decideCredit(facts: CreditFacts, rules: RecruitmentRules): CreditDecision {
  const refused = refusalsOf(facts, rules)
  if (refused.length > 0) return { outcome: 'refused', reasons: refused }
  const held = holdsOf(facts)
  if (held.length > 0) return { outcome: 'held', reasons: held }
  return { outcome: 'credited', reasons: [] }
}

function refusalsOf(facts: CreditFacts, rules: RecruitmentRules): CreditReason[] {
  const reasons: CreditReason[] = []
  if (facts.bound) reasons.push('ALREADY_VOLUNTEER')
  if (!facts.codeGood) reasons.push('CODE_REVOKED_MEANWHILE')
  if (facts.entryScene !== null && !rules.cameraScenes.includes(facts.entryScene))
    reasons.push('ENTRY_NOT_SCANNED')
  if (facts.scanAgeSeconds !== null && Math.abs(facts.scanAgeSeconds) > rules.scanAgeSecondsMax)
    reasons.push('SCAN_TOO_OLD')
  if (facts.source === 'other') reasons.push('NOT_WECHAT_CLIENT')
  // Where there is no fence, nobody can be outside of it.
  if (facts.place === 'outside' && facts.fencesKnown) reasons.push('OUTSIDE_FENCE')
  return reasons
}

/** What is missing is never a denial: a person looks at it. */
function holdsOf(facts: CreditFacts): CreditReason[] {
  if (facts.place === 'declared') return facts.declaredInFence ? [] : ['DECLARED_ELSEWHERE']
  if (!facts.fencesKnown) return ['NO_FENCE']
  if (facts.place === 'near') return ['NEAR_FENCE']
  if (facts.place === 'unknown' || facts.place === 'placeless') return ['PLACE_UNKNOWN']
  return []
}
