import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { memberFrom } from '../platform/identity'
import { newToken } from '../platform/secrets'
import { insertSession } from './store'

const SESSION_DAYS = 30

export async function signInLocally(
  ctx: Ctx,
  input: Parsed<'session.local'>,
): Promise<Output<'session.local'>> {
  const identity = { kind: 'openid', openid: input.openid, source: 'local' } as const
  const member = await memberFrom(ctx.tx, identity, ctx)
  if (!member) throw new Error('an openid always has a member')
  const { token, hash } = newToken()
  const expiresAt = new Date(ctx.now.getTime() + SESSION_DAYS * 86_400_000)
  await insertSession(ctx.tx, { hash, memberId: member.id, now: ctx.now, expiresAt })
  return {
    token,
    expiresAt: expiresAt.toISOString(),
    member: {
      id: member.id,
      displayName: member.nickname,
      roles: [...new Set(member.roles.map(({ role }) => role))],
    },
  }
}
