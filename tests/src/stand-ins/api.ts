import type { ActionName, Output } from '../../../contract/actions'
import type { ErrorCode } from '../../../contract/errors'

/** What one action answers: data, a refusal, no network at all, or nothing for ever. */
type Answer<N extends ActionName> = Output<N> | { refuse: ErrorCode } | 'NO_NETWORK' | 'SILENT'

const answers = new Map<string, (input: Record<string, unknown>) => unknown>()

/** Every request since the last reset, in order. */
export const requests: { action: string; body: Record<string, unknown>; token: string | null }[] =
  []

/** Says what the server behind fetch answers to an action from now on. */
export function answer<N extends ActionName>(
  action: N,
  given: Answer<N> | ((input: Record<string, unknown>) => Answer<N>),
): void {
  answers.set(action, typeof given === 'function' ? given : () => given)
}

export function resetApi(): void {
  answers.clear()
  requests.length = 0
}

/** Puts the stand-in where the browser's network is. */
export function standInForNetwork(): void {
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    const action = String(address).replace(/^.*\/api\//, '')
    const body = JSON.parse(String(init.body)) as Record<string, unknown>
    const token = new Headers(init.headers).get('authorization')
    requests.push({ action, body, token })
    const given = answers.get(action)?.(body) ?? { refuse: 'UNKNOWN_ACTION' }
    if (given === 'NO_NETWORK') throw new TypeError('Failed to fetch')
    if (given === 'SILENT') return new Promise<never>(() => {})
    return { json: async () => envelope(given) }
  }) as unknown as typeof fetch
}

function envelope(given: unknown): object {
  if (typeof given === 'object' && given !== null && 'refuse' in given) {
    return { ok: false, error: { code: given.refuse, message: 'refused' }, requestId: 'r' }
  }
  return { ok: true, data: given }
}
