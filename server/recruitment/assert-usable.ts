import { CONSOLE_ROLES } from '../../contract/roles'
import type { CodeRow } from '../codes/store'
import type { Member } from '../platform/context'
import { RuleError } from '../platform/rule-error'

const STAFF: readonly string[] = ['promoter', ...CONSOLE_ROLES]

/** Whether this member can be recruited through this code; refuses with the code that says why. */
export function assertUsable(code: CodeRow | undefined, member: Member): asserts code is CodeRow {
  if (!code) throw new RuleError('CODE_UNKNOWN')
  if (code.state === 'revoked') throw new RuleError('CODE_REVOKED', { unit: code.org_name })
  if (code.state === 'expired') throw new RuleError('CODE_EXPIRED', { unit: code.org_name })
  if (code.promoter_id === member.id) throw new RuleError('SELF_RECRUIT')
  if (member.roles.some(({ role }) => STAFF.includes(role)))
    throw new RuleError('STAFF_NOT_RECRUITED')
}
