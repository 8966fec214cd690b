import type { ActionName } from '../contract/actions'
import type { Role } from '../contract/roles'

const CONSOLE: readonly Role[] = ['super_admin', 'auditor', 'editor', 'station_chief']
const DECIDING: readonly Role[] = ['super_admin', 'station_chief']
const AUDITING: readonly Role[] = ['super_admin', 'auditor', 'station_chief']

/**
 * Whom the console offers what. It only hides: the server judges every call by the contract, and a
 * test holds this table to the contract.
 */
export const ROLES_BY_ACTION = {
  'overview.read': CONSOLE,
  'fences.list': CONSOLE,
  'promoters.applications': DECIDING,
  'promoters.approve': DECIDING,
  'promoters.refuse': DECIDING,
  'codes.list': CONSOLE,
  'codes.revoke': DECIDING,
  'members.list': CONSOLE,
  'recruitment.list': CONSOLE,
  'recruitment.decide': DECIDING,
  'audit.list': AUDITING,
} as const satisfies Partial<Record<ActionName, readonly Role[]>>

export type GuardedAction = keyof typeof ROLES_BY_ACTION

export function mayAsk(action: GuardedAction, roles: readonly Role[]): boolean {
  return roles.some((role) => ROLES_BY_ACTION[action].includes(role))
}

export function isConsoleMember(roles: readonly Role[]): boolean {
  return mayAsk('overview.read', roles)
}
