import type { ActionName, Output } from '../../contract/actions'
import { type ErrorCode, STATUS_BY_ERROR_CODE } from '../../contract/errors'

export interface Asked {
  readonly action: string
  readonly body: Record<string, unknown>
  readonly authorization: string | null
}

type Reply = { data: unknown } | { refusal: ErrorCode } | 'no network' | 'never'
type Replies = { [N in ActionName]?: () => Reply }

/** Says what an action answers, typed by the contract. */
export const answers = <N extends ActionName>(_action: N, data: Output<N>): Reply => ({ data })

/** Stands in for fetch, the platform's door to the network, and remembers what was asked. */
export function standInServer(replies: Replies): { asked: Asked[]; replies: Replies } {
  const asked: Asked[] = []
  const server = { asked, replies }
  const fetchStandIn = async (address: string, init: RequestInit): Promise<object> => {
    const action = address.replace('/api/', '')
    const headers = new Headers(init.headers)
    asked.push({
      action,
      body: JSON.parse(String(init.body)),
      authorization: headers.get('authorization'),
    })
    const reply = server.replies[action as ActionName]?.() ?? { refusal: 'UNKNOWN_ACTION' }
    if (reply === 'no network') throw new TypeError('Failed to fetch')
    if (reply === 'never') return new Promise(() => {})
    if ('data' in reply) {
      return { status: 200, json: async () => ({ ok: true, data: reply.data }) }
    }
    return {
      status: STATUS_BY_ERROR_CODE[reply.refusal],
      json: async () => ({
        ok: false,
        error: { code: reply.refusal, message: reply.refusal },
        requestId: 'req-1',
      }),
    }
  }
  Object.assign(globalThis, { fetch: fetchStandIn })
  return server
}
