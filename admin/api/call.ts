import type { ActionName, Input, Output } from '../../contract/actions'
import type { ErrorCode } from '../../contract/errors'
import { useSession } from '../session'
import { ApiError, isTransportFailure } from './api-error'

const TIMEOUT_MS = 20_000
const RETRY_DELAYS_MS = [400, 1_500]

interface Refusal {
  readonly ok: false
  readonly error: { readonly code: ErrorCode }
  readonly requestId?: string
}
type Answer<N extends ActionName> = { readonly ok: true; readonly data: Output<N> } | Refusal

/** The one place where the wire becomes a typed answer: the server validates it by the contract. */
function answerFrom<N extends ActionName>(body: unknown): Answer<N> {
  if (typeof body !== 'object' || body === null || !('ok' in body)) throw new ApiError('BAD_ANSWER')
  return body as Answer<N>
}

async function post(name: ActionName, body: object, token: string | null): Promise<unknown> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== null) headers.authorization = `Bearer ${token}`
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: abort.signal,
    })
    return await response.json().catch(() => {
      // A proxy answers 502–504 with HTML while the server restarts; that passes by itself.
      throw new ApiError(response.status >= 502 ? 'UNAVAILABLE' : 'BAD_ANSWER')
    })
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError(abort.signal.aborted ? 'TIMEOUT' : 'NETWORK')
  } finally {
    clearTimeout(timer)
  }
}

/** Asks one action of the door. Throws ApiError; a dead session signs the console out. */
export async function call<N extends ActionName>(name: N, input: Input<N>): Promise<Output<N>> {
  return ask(name, input)
}

async function ask<N extends ActionName>(name: N, body: object): Promise<Output<N>> {
  const token = useSession.getState().session?.token ?? null
  const answer = answerFrom<N>(await post(name, body, token))
  if (answer.ok) return answer.data
  const { code } = answer.error
  if (code === 'UNAUTHENTICATED' || code === 'SESSION_EXPIRED') {
    useSession.getState().expire(token)
  }
  throw new ApiError(code, answer.requestId ?? null)
}

/**
 * Asks a writing action. The same requestId goes out again when the network fails, so the server
 * does the work once however often the question arrives.
 */
export async function write<N extends ActionName>(
  name: N,
  input: Input<N>,
  requestId: string,
): Promise<Output<N>> {
  for (const delayMs of RETRY_DELAYS_MS) {
    try {
      return await ask(name, { ...input, requestId })
    } catch (error) {
      if (!isTransportFailure(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, delayMs))
    }
  }
  return ask(name, { ...input, requestId })
}

/** A UUID v4. `crypto.randomUUID` is missing on plain-HTTP intranet addresses, this is not. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 12, 16, 20, 32]
    .map((end, i, ends) => hex.slice(i === 0 ? 0 : ends[i - 1], end))
    .join('-')
}
