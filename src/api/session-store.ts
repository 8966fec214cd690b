import { create } from 'zustand'
import type { Output } from '../../contract/actions'
import { forget, keep, readKept } from '../device/storage'
import { identityFromCloud } from './transport'

export type Session = Output<'session.local'>

interface SessionState {
  session: Session | null
  start(session: Session): void
  /** Forgets the session on this phone; `expired` makes the pages say why. */
  drop(expired: boolean): void
  expired: boolean
}

const KEPT_AS = 'session'

export const useSession = create<SessionState>((set) => ({
  session: readKept<Session>(KEPT_AS),
  expired: false,
  start(session) {
    keep(KEPT_AS, session)
    set({ session, expired: false })
  },
  drop(expired) {
    forget(KEPT_AS)
    set({ session: null, expired })
  },
}))

/** Whether actions that need a person may be asked at all. */
export function useSignedIn(): boolean {
  return useSession((state) => state.session !== null) || identityFromCloud
}

/** A name of the current person for cache keys, so that one person's data never shows to another. */
export function useWho(): string {
  const memberId = useSession((state) => state.session?.member.id)
  return memberId ?? (identityFromCloud ? 'cloud' : 'nobody')
}
