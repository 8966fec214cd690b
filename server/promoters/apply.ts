import type { Output, Parsed } from '../../contract/actions'
import { fenceById } from '../fences/store'
import { orgById } from '../orgs/store'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { insertApplication, promoterOf } from './store'

export async function apply(
  ctx: Ctx,
  input: Parsed<'promoters.apply'>,
): Promise<Output<'promoters.apply'>> {
  const { id: memberId } = callerOf(ctx)
  const promoter = await promoterOf(ctx.tx, memberId)
  if (promoter && !promoter.left_at) throw new RuleError('ALREADY_PROMOTER')
  const org = await orgById(ctx.tx, input.orgId)
  if (!org) throw new RuleError('NOT_FOUND', { path: 'orgId', expected: 'an org of orgs.list' })
  if (!org.open) throw new RuleError('ORG_CLOSED')
  if (input.fenceId) {
    const fence = await fenceById(ctx.tx, input.fenceId)
    if (fence?.org_id !== org.id)
      throw new RuleError('NOT_FOUND', { path: 'fenceId', expected: 'a fence of that org' })
  }
  const applicationId = ctx.newId()
  const made = await insertApplication(ctx.tx, {
    id: applicationId,
    memberId,
    orgId: org.id,
    fenceId: input.fenceId,
    staffNameCipher: ctx.secrets.encrypt(input.staffName),
    note: input.note,
    now: ctx.now,
  })
  if (!made) throw new RuleError('ALREADY_APPLIED')
  return { applicationId, status: 'waiting' }
}
