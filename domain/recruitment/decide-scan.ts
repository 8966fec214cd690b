export interface OpenRecruitment {
  readonly codeId: string
  readonly expiresAtMs: number
  readonly place: string | null
}

/** Places that make an unfinished scan a valid one, which a later scan cannot push aside. */
const VALID_PLACES = ['inside', 'near', 'declared']

/**
 * What a new scan does to a recruitment that is still open: `resume` it (same code, or a valid
 * earlier scan), or `replace` it because it ran out or was never placed.
 */
export function decideScan(
  open: OpenRecruitment | null,
  scan: { codeId: string; atMs: number },
): 'start' | 'resume' | 'replace' {
  if (!open) return 'start'
  if (open.expiresAtMs <= scan.atMs) return 'replace'
  if (open.codeId === scan.codeId) return 'resume'
  return open.place !== null && VALID_PLACES.includes(open.place) ? 'resume' : 'replace'
}

const AGE_SECONDS_MAX = 2_000_000_000

/**
 * How long ago the platform says the camera saw the code, in seconds (negative: in the future).
 * Null when it did not say; bounded, so that a phone whose clock is years off is still a number.
 */
export function scanAgeSeconds(nowMs: number, scannedAtSeconds: number | undefined): number | null {
  if (scannedAtSeconds === undefined) return null
  const seconds = Math.round(nowMs / 1000 - scannedAtSeconds)
  return Math.max(-AGE_SECONDS_MAX, Math.min(AGE_SECONDS_MAX, seconds))
}
