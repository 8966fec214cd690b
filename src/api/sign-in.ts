import { randomId } from '../device/random-id'
import { keep, readKept } from '../device/storage'
import { ApiError } from './api-error'
import { call } from './call'
import { queryClient } from './query-client'
import { type Session, useSession } from './session-store'

/** Becomes a person of the local server (local mode only: elsewhere it throws UNKNOWN_ACTION). */
export async function signInAs(openid: string): Promise<Session> {
  const session = await call('session.local', { openid })
  queryClient.clear()
  useSession.getState().start(session)
  return session
}

/** A newcomer who exists on this phone only: the same neighbour each time it is opened. */
export function signInAsNeighbour(): Promise<Session> {
  const kept = readKept<string>('neighbour')
  const openid = kept ?? `neighbour-${randomId()}`
  if (!kept) keep('neighbour', openid)
  return signInAs(openid)
}

/** Ends the session on the server and here; unreachable or already dead, it still ends here. */
export async function signOut(): Promise<void> {
  try {
    await call('session.end', {})
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  } finally {
    useSession.getState().drop(false)
    queryClient.clear()
  }
}
