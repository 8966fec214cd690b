import type { Output } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { personas } from './store'

export async function listPersonas(ctx: Ctx): Promise<Output<'session.personas'>> {
  return { items: await personas(ctx.tx) }
}
