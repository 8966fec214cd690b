/** Kinds of row that tell of something else than a recruiting scan; sharing never recruits. */
const NO_SCAN = new Set(['share', 'forward', 'moments', 'read', 'view', 'quiz', 'recall'])

/** What one scan of a history says by itself; which scan binds is decided over all of them. */
export type Standing = 'valid' | 'self_scan' | 'outside' | 'not_a_scan'

export interface ScanFacts {
  readonly promoter: string
  readonly volunteer: string
  readonly kind: string
  readonly place: 'inside' | 'near' | 'outside' | 'unknown' | 'placeless'
}

/** An unknown kind is taken as a scan: a name the publisher chose must not cost anybody a credit. */
export function standingOf(scan: ScanFacts): Standing {
  if (NO_SCAN.has(scan.kind.trim().toLowerCase())) return 'not_a_scan'
  if (scan.promoter === scan.volunteer) return 'self_scan'
  return scan.place === 'outside' ? 'outside' : 'valid'
}

/** Within this time after the binding scan, the same pair again is one tap too many. */
export const DOUBLE_TAP_SECONDS = 60

/** Beyond the border by at most the fix's own radius, and never more than this (rule R2). */
const BORDER_TOLERANCE_METERS = 50
/** A fix coarser than this says nothing about a place, so it denies nobody. */
const COARSE_METERS = 300

/**
 * The place of a scan that happened long ago, when no second proof can be asked for: inside or on
 * the border is inside; beyond it by no more than the fix may err is near; else outside.
 */
export function pastPlace(
  nearestMeters: number,
  accuracyMeters: number | null,
): 'inside' | 'near' | 'outside' | 'unknown' {
  if (nearestMeters <= 0) return 'inside'
  if (accuracyMeters !== null && accuracyMeters > COARSE_METERS) return 'unknown'
  const tolerance = Math.min(Math.max(accuracyMeters ?? 0, 0), BORDER_TOLERANCE_METERS)
  return nearestMeters <= tolerance ? 'near' : 'outside'
}
