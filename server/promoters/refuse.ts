import type { Output, Parsed } from '../../contract/actions'
import { audit } from '../platform/audit'
import { type Ctx, callerOf } from '../platform/context'
import { showApplication } from './show-application'
import { applicationOrNull, decideApplication } from './store'
import { takeApplication } from './take-application'

export async function refuse(
  ctx: Ctx,
  input: Parsed<'promoters.refuse'>,
): Promise<Output<'promoters.refuse'>> {
  const asked = await takeApplication(ctx, input.applicationId)
  const decision = { by: callerOf(ctx).id, reason: input.reason, now: ctx.now }
  await decideApplication(ctx.tx, { ...decision, id: asked.id, status: 'refused' })
  await audit(ctx, {
    action: 'promoters.refuse',
    target: `promoter_application:${asked.id}`,
    orgId: asked.org_id,
    reason: input.reason,
    detail: { memberId: asked.member_id },
  })
  const decided = await applicationOrNull(ctx.tx, asked.id)
  return { application: showApplication(ctx, decided ?? asked) }
}
