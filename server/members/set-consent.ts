import type { Output, Parsed } from '../../contract/actions'
import { CONSENT_VERSION } from '../../domain/members/consent'
import { type Ctx, callerOf } from '../platform/context'
import { latestApplication } from '../promoters/store'
import { giveConsent, setPublicName, withdrawConsent } from './store'

/** The face asks members.me again; what is answered here is only that it was done. */
export async function setConsent(
  ctx: Ctx,
  input: Parsed<'members.setConsent'>,
): Promise<Output<'members.setConsent'>> {
  const { id } = callerOf(ctx)
  if (input.given) {
    await giveConsent(ctx.tx, {
      id: ctx.newId(),
      memberId: id,
      kind: input.kind,
      version: CONSENT_VERSION,
      now: ctx.now,
    })
  } else {
    await withdrawConsent(ctx.tx, id, input.kind, ctx.now)
  }
  if (input.kind === 'public_name') {
    const asked = input.given ? await latestApplication(ctx.tx, id) : null
    // A name is an applicant's own words until somebody has approved them.
    const name = asked?.status === 'approved' ? ctx.secrets.decrypt(asked.staff_name_cipher) : null
    await setPublicName(ctx.tx, id, name)
  }
  return { done: true }
}
