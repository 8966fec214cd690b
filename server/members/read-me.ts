import type { Output } from '../../contract/actions'
import { pointsOf } from '../ledger/store'
import { type Ctx, callerOf } from '../platform/context'
import { latestApplication, promoterOf } from '../promoters/store'
import { bindingOf, latestDecided } from '../recruitment/store'
import { currentConsents, displayNameOf, rolesWithOrg } from './store'

type Me = Output<'members.me'>

export async function readMe(ctx: Ctx): Promise<Me> {
  const { id } = callerOf(ctx)
  const roles = await rolesWithOrg(ctx.tx, id)
  const consents = await currentConsents(ctx.tx, id)
  return {
    id,
    displayName: await displayNameOf(ctx.tx, id),
    publicName: consents.some(({ kind }) => kind === 'public_name'),
    roles: roles.map(({ role, id: orgId, kind, name }) => ({
      role,
      org: orgId && kind && name ? { id: orgId, kind, name } : null,
    })),
    points: await pointsOf(ctx.tx, id),
    volunteer: await volunteerState(
      ctx,
      id,
      roles.some(({ role }) => role === 'volunteer'),
    ),
    promoter: await promoterState(ctx, id),
    consents: consents.flatMap(({ kind, given_at }) =>
      kind === 'rules' ? [] : [{ kind, given: true, at: given_at.toISOString() }],
    ),
  }
}

async function volunteerState(ctx: Ctx, id: string, enrolled: boolean): Promise<Me['volunteer']> {
  if (!enrolled) return null
  const bound = await bindingOf(ctx.tx, id)
  const decided = await latestDecided(ctx.tx, id)
  const since = bound?.bound_at ?? decided?.decided_at ?? ctx.now
  return {
    since: since.toISOString(),
    promoterName: bound?.promoter_name ?? null,
    unit: bound?.unit ?? null,
    credit: decided?.state ?? (bound ? 'credited' : null),
    reasons: decided?.reasons ?? [],
  }
}

async function promoterState(ctx: Ctx, id: string): Promise<Me['promoter']> {
  const promoter = await promoterOf(ctx.tx, id)
  if (promoter) {
    const state = promoter.left_at ? 'left' : 'approved'
    return { state, org: promoter.org, reason: null }
  }
  const asked = await latestApplication(ctx.tx, id)
  return asked ? { state: asked.status, org: asked.org, reason: asked.reason } : null
}
