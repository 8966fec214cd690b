import { create } from 'zustand'
import type { Output } from '../contract/actions'
import type { Role } from '../contract/roles'

export type Session = Output<'session.local'>

const STORAGE_KEY = 'fangpian.console.session'

interface SessionStore {
  readonly session: Session | null
  /** Why the sign-in page is open again; null on a first visit. */
  readonly notice: 'expired' | 'left' | null
  begin(session: Session): void
  end(): void
  /** Ends the session that a 401 answered to; a newer one signed in meanwhile stays. */
  expire(token: string | null): void
}

function isSession(value: unknown): value is Session {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    typeof value.token === 'string' &&
    'member' in value &&
    typeof value.member === 'object' &&
    value.member !== null &&
    'roles' in value.member &&
    Array.isArray(value.member.roles)
  )
}

function stored(): Session | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null')
    return isSession(value) ? value : null
  } catch {
    return null
  }
}

/** Who is at the console. In sessionStorage: closing the tab on a shared desk signs out. */
export const useSession = create<SessionStore>((set, get) => ({
  session: stored(),
  notice: null,
  begin(session) {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(session))
    set({ session, notice: null })
  },
  end() {
    sessionStorage.removeItem(STORAGE_KEY)
    set({ session: null, notice: 'left' })
  },
  expire(token) {
    const { session } = get()
    if (session === null || session.token !== token) return
    sessionStorage.removeItem(STORAGE_KEY)
    set({ session: null, notice: 'expired' })
  },
}))

const NO_ROLES: readonly Role[] = []

/** The roles of whoever is signed in; the same array while the session lasts. */
export function useRoles(): readonly Role[] {
  return useSession((store) => store.session?.member.roles ?? NO_ROLES)
}
