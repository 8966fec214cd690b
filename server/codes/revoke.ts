import type { Output, Parsed } from '../../contract/actions'
import { DECIDING_ROLES } from '../../contract/roles'
import { audit } from '../platform/audit'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { assertInScope, scopeOf } from '../platform/scope'
import { showCode } from './show-code'
import { codeById, revokeCode } from './store'

export async function revoke(
  ctx: Ctx,
  input: Parsed<'codes.revoke'>,
): Promise<Output<'codes.revoke'>> {
  const scope = await scopeOf(ctx, DECIDING_ROLES)
  const code = await codeById(ctx.tx, input.codeId)
  if (!code) throw new RuleError('NOT_FOUND')
  assertInScope(scope, code.org_id)
  const decision = { by: callerOf(ctx).id, reason: input.reason, now: ctx.now }
  if (!(await revokeCode(ctx.tx, { ...decision, id: code.id }))) throw new RuleError('CODE_REVOKED')
  await audit(ctx, {
    action: 'codes.revoke',
    target: `code:${code.id}`,
    orgId: code.org_id,
    reason: input.reason,
    detail: { promoterId: code.promoter_id },
  })
  const revoked = await codeById(ctx.tx, code.id)
  return { code: showCode(revoked ?? code) }
}
