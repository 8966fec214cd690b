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
