import { type ErrorCode, MESSAGE_BY_ERROR_CODE, STATUS_BY_ERROR_CODE } from '../../contract/errors'

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

export interface Refusal {
  readonly ok: false
  readonly error: {
    readonly code: ErrorCode
    readonly message: string
    readonly details?: Record<string, unknown>
  }
}

/** The refusal as every door answers it. */
export function refusalOf({ code, details }: Pick<RuleError, 'code' | 'details'>): Refusal {
  return {
    ok: false,
    error: { code, message: MESSAGE_BY_ERROR_CODE[code], ...(details && { details }) },
  }
}
