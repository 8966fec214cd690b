import type { Output, Parsed } from '../../contract/actions'
import { promoterNickname } from '../../domain/members/nickname'
import { newScene } from '../codes/new-scene'
import { insertCode } from '../codes/store'
import { addRole, currentConsents, setNickname, setPublicName } from '../members/store'
import { audit } from '../platform/audit'
import { type Ctx, callerOf } from '../platform/context'
import { showApplication } from './show-application'
import { type ApplicationRow, applicationOrNull, decideApplication, upsertPromoter } from './store'
import { takeApplication } from './take-application'

export async function approve(
  ctx: Ctx,
  input: Parsed<'promoters.approve'>,
): Promise<Output<'promoters.approve'>> {
  const asked = await takeApplication(ctx, input.applicationId)
  const by = callerOf(ctx).id
  await decideApplication(ctx.tx, {
    id: asked.id,
    status: 'approved',
    by,
    reason: null,
    now: ctx.now,
  })
  const seat = {
    memberId: asked.member_id,
    orgId: asked.org_id,
    fenceId: asked.fence_id,
    now: ctx.now,
  }
  await upsertPromoter(ctx.tx, seat)
  await addRole(ctx.tx, { ...seat, id: ctx.newId(), role: 'promoter' })
  await setNickname(ctx.tx, asked.member_id, promoterNickname(asked.member_id))
  await nameIfConsented(ctx, asked)
  const codeId = ctx.newId()
  await insertCode(ctx.tx, {
    id: codeId,
    scene: newScene(),
    kind: 'live',
    promoterId: asked.member_id,
    orgId: asked.org_id,
    fenceId: asked.fence_id,
    now: ctx.now,
  })
  await audit(ctx, {
    action: 'promoters.approve',
    target: `promoter_application:${asked.id}`,
    orgId: asked.org_id,
    detail: { memberId: asked.member_id, codeId },
  })
  const decided = await applicationOrNull(ctx.tx, asked.id)
  return { application: showApplication(ctx, decided ?? asked), codeId }
}

/** A consent given before the approval counts from now on: the name has been looked at. */
async function nameIfConsented(ctx: Ctx, asked: ApplicationRow): Promise<void> {
  const consents = await currentConsents(ctx.tx, asked.member_id)
  if (!consents.some(({ kind }) => kind === 'public_name')) return
  await setPublicName(ctx.tx, asked.member_id, ctx.secrets.decrypt(asked.staff_name_cipher))
}
