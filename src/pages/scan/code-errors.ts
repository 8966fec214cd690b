import type { FaceErrorCode } from '../../api/api-error'

/** Refusals that are about the code itself or about who holds the phone, not about the network. */
export const CODE_ERRORS: readonly FaceErrorCode[] = [
  'CODE_UNKNOWN',
  'CODE_REVOKED',
  'CODE_EXPIRED',
  'BAD_INPUT',
  'SELF_RECRUIT',
  'STAFF_NOT_RECRUITED',
]

export type CodeColour = 'red' | 'grey' | 'blue'

/** Red: do not trust it. Grey: it was good once. Blue: good, but not for this person. */
export function colourOf(code: FaceErrorCode): CodeColour {
  if (code === 'CODE_EXPIRED') return 'grey'
  return code === 'SELF_RECRUIT' || code === 'STAFF_NOT_RECRUITED' ? 'blue' : 'red'
}
