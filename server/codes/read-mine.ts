import type { Output } from '../../contract/actions'
import { type Ctx, callerOf } from '../platform/context'
import { showCode } from './show-code'
import { codeOfPromoter } from './store'

export async function readMine(ctx: Ctx): Promise<Output<'codes.mine'>> {
  const row = await codeOfPromoter(ctx.tx, callerOf(ctx).id)
  return { code: row ? showCode(row) : null }
}
