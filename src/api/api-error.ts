import type { ErrorCode } from '../../contract/errors'

/** A refusal of the server, or one of the three things that happen before it can answer. */
export type FaceErrorCode = ErrorCode | 'NETWORK' | 'TIMEOUT' | 'BAD_ANSWER'

export class ApiError extends Error {
  constructor(
    readonly code: FaceErrorCode,
    message: string = code,
    readonly details?: unknown,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/** True when the server was never reached, so what is kept on the phone may be shown instead. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof ApiError && ['NETWORK', 'TIMEOUT', 'UNAVAILABLE'].includes(error.code)
}

export function codeOf(error: unknown): FaceErrorCode {
  return error instanceof ApiError ? error.code : 'BAD_ANSWER'
}
