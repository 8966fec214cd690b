import type { Role } from '../../contract/roles'
import type { FenceMemory } from '../fences/fence-memory'
import type { Tx } from './database'
import { RuleError } from './rule-error'
import type { Secrets } from './secrets'

/** Where a call came from, as the platform (never the input) says it. */
export type CallSource = 'wx_client' | 'http' | 'local' | 'other'

export interface Member {
  readonly id: string
  readonly nickname: string
  readonly roles: readonly { readonly role: Role; readonly orgId: string | null }[]
  readonly tokenHash: Buffer | null
}

/** Everything a verb may touch: identity, clock, ids and database arrive here and nowhere else. */
export interface Ctx {
  readonly tx: Tx
  /** The database's time at the start of the transaction. */
  readonly now: Date
  readonly newId: () => string
  readonly member: Member | null
  readonly source: CallSource
  readonly secrets: Secrets
  readonly fences: FenceMemory
}

/** The caller; for actions whose audience is not public. */
export function callerOf(ctx: Ctx): Member {
  if (!ctx.member) throw new RuleError('UNAUTHENTICATED')
  return ctx.member
}

export function hasRole(member: Member, role: Role): boolean {
  return member.roles.some((held) => held.role === role)
}
