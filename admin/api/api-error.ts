import type { ErrorCode } from '../../contract/errors'

/** What can go wrong between the browser and the door, beside the refusals of the contract. */
export type TransportCode = 'NETWORK' | 'TIMEOUT' | 'BAD_ANSWER'

/** One failed call. `requestId` is the server's number of the failure, when it gave one. */
export class ApiError extends Error {
  readonly code: ErrorCode | TransportCode
  readonly requestId: string | null

  constructor(code: ErrorCode | TransportCode, requestId: string | null = null) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.requestId = requestId
  }
}

const UNANSWERED: ReadonlySet<string> = new Set(['NETWORK', 'TIMEOUT', 'BAD_ANSWER', 'UNAVAILABLE'])

/** True when the request may never have reached the server, so that asking again can help. */
export function isTransportFailure(error: unknown): boolean {
  return error instanceof ApiError && UNANSWERED.has(error.code)
}
