import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import type { RecruitmentState } from '../platform/tables'
import { lockRecruitment, type RecruitmentRow, recruitmentById } from './store'

/**
 * Locks the caller's own recruitment for its next step. Throws NOT_FOUND (also for another
 * person's), RECRUITMENT_EXPIRED, or WRONG_STEP naming the state it stands in.
 */
export async function takeStep(
  ctx: Ctx,
  recruitmentId: string,
  from: readonly RecruitmentState[],
): Promise<RecruitmentRow> {
  await lockRecruitment(ctx.tx, recruitmentId)
  const row = await recruitmentById(ctx.tx, recruitmentId)
  if (row?.member_id !== callerOf(ctx).id) throw new RuleError('NOT_FOUND')
  const ranOut =
    ['scanned', 'consented', 'learned'].includes(row.state) && row.expires_at <= ctx.now
  if (row.state === 'expired' || ranOut)
    throw new RuleError('RECRUITMENT_EXPIRED', { reasons: row.reasons })
  if (!from.includes(row.state))
    throw new RuleError('WRONG_STEP', { state: row.state, expected: from.join(' or ') })
  return row
}

/** The row as it stands after the verb's changes. */
export async function reread(ctx: Ctx, id: string): Promise<RecruitmentRow> {
  const row = await recruitmentById(ctx.tx, id)
  if (!row) throw new RuleError('NOT_FOUND')
  return row
}
