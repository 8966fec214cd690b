import type { Output, Parsed } from '../../contract/actions'
import { DECIDING_ROLES } from '../../contract/roles'
import { RULES } from '../../domain/recruitment/rules'
import { audit } from '../platform/audit'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { assertInScope, scopeOf } from '../platform/scope'
import { postCredit } from './post-credit'
import { addEvent, lockRecruitment, recruitmentById, updateRecruitment } from './store'

export async function decideHeld(
  ctx: Ctx,
  input: Parsed<'recruitment.decide'>,
): Promise<Output<'recruitment.decide'>> {
  const scope = await scopeOf(ctx, DECIDING_ROLES)
  await lockRecruitment(ctx.tx, input.recruitmentId)
  const row = await recruitmentById(ctx.tx, input.recruitmentId)
  if (!row) throw new RuleError('NOT_FOUND')
  assertInScope(scope, row.org_id)
  const { id: by } = callerOf(ctx)
  if (row.promoter_id === by || row.member_id === by) throw new RuleError('OWN_APPLICATION')
  if (row.state !== 'held') throw new RuleError('ALREADY_DECIDED')
  const state = input.decision
  const reasons = state === 'refused' ? (['REFUSED_BY_PERSON'] as const) : []
  await updateRecruitment(ctx.tx, row.id, { state, reasons: [...reasons], decided_at: ctx.now })
  await addEvent(ctx.tx, {
    recruitmentId: row.id,
    at: ctx.now,
    kind: state,
    detail: {
      reasons: [...reasons],
      ruleVersion: RULES.version,
      byPerson: true,
      reason: input.reason,
    },
  })
  if (state === 'credited') await postCredit(ctx, row)
  await audit(ctx, {
    action: 'recruitment.decide',
    target: `recruitment:${row.id}`,
    orgId: row.org_id,
    reason: input.reason,
    detail: { decision: state, held: row.reasons.join(' ') },
  })
  return { state, reasons: [...reasons] }
}
