import type { Output } from '../../contract/actions'
import { type Ctx, callerOf } from '../platform/context'
import { endSession } from './store'

export async function signOut(ctx: Ctx): Promise<Output<'session.end'>> {
  const { tokenHash } = callerOf(ctx)
  if (tokenHash) await endSession(ctx.tx, tokenHash, ctx.now)
  return { done: true }
}
