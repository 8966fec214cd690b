import { DECIDING_ROLES } from '../../contract/roles'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { assertInScope, scopeOf } from '../platform/scope'
import { type ApplicationRow, lockApplication } from './store'

/**
 * Locks a waiting application of the caller's scope. Throws NOT_FOUND (also for another org's),
 * ALREADY_DECIDED, and OWN_APPLICATION: nobody decides about oneself.
 */
export async function takeApplication(ctx: Ctx, id: string): Promise<ApplicationRow> {
  const scope = await scopeOf(ctx, DECIDING_ROLES)
  const application = await lockApplication(ctx.tx, id)
  if (!application) throw new RuleError('NOT_FOUND')
  assertInScope(scope, application.org_id)
  if (application.status !== 'waiting') throw new RuleError('ALREADY_DECIDED')
  if (application.member_id === callerOf(ctx).id) throw new RuleError('OWN_APPLICATION')
  return application
}
