import { type ErrorCode, STATUS_BY_ERROR_CODE } from '../../contract/errors'

/** A refusal with a code of the closed set; `details` says what was expected, never a secret. */
export class RuleError extends Error {
  readonly status: number
  constructor(
    readonly code: ErrorCode,
    readonly details?: Record<string, unknown>,
  ) {
    super(code)
    this.status = STATUS_BY_ERROR_CODE[code]
  }
}
