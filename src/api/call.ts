import type { ActionName, Input, Output } from '../../contract/actions'
import { randomId } from '../device/random-id'
import { ApiError, type FaceErrorCode, isOutOfReach } from './api-error'
import { useSession } from './session-store'
import { type Parcel, send } from './transport'
import { WRITING_ACTIONS } from './writing-actions'

const BACK_OFF_MS = [600, 1800]

/**
 * Asks the server to do one action of the contract. A writing action carries `requestId`, and is
 * repeated with the same one when no answer came, so it happens once. Throws ApiError.
 */
export async function call<N extends ActionName>(
  action: N,
  input: Input<N>,
  requestId: string = randomId(),
): Promise<Output<N>> {
  const parcel: Parcel = {
    action,
    input: input as object,
    requestId: WRITING_ACTIONS.includes(action) ? requestId : null,
    token: useSession.getState().session?.token ?? null,
  }
  try {
    return (await sendPatiently(parcel)) as Output<N>
  } catch (error) {
    dropDeadSession(error, parcel)
    throw error
  }
}

async function sendPatiently(parcel: Parcel): Promise<unknown> {
  for (const pause of BACK_OFF_MS) {
    try {
      return opened(await send(parcel))
    } catch (error) {
      if (!isOutOfReach(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return opened(await send(parcel))
}

interface Envelope {
  ok: boolean
  data?: unknown
  error?: { code: FaceErrorCode; message?: string; details?: unknown }
}

function opened(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) throw new ApiError('UNAVAILABLE')
  const envelope = answer as Envelope
  if (envelope.ok === true) return envelope.data
  const { code = 'BAD_ANSWER', message, details } = envelope.error ?? {}
  throw new ApiError(code, message, details)
}

function dropDeadSession(error: unknown, parcel: Parcel): void {
  if (!(error instanceof ApiError) || parcel.token === null) return
  if (!['UNAUTHENTICATED', 'SESSION_EXPIRED'].includes(error.code)) return
  if (useSession.getState().session?.token === parcel.token) useSession.getState().drop(true)
}
