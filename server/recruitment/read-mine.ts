import type { Output } from '../../contract/actions'
import { type Ctx, callerOf } from '../platform/context'
import { showRecruitment } from './show-recruitment'
import { latestOf } from './store'

export async function readMine(ctx: Ctx): Promise<Output<'recruitment.mine'>> {
  const row = await latestOf(ctx.tx, callerOf(ctx).id)
  return { recruitment: row ? showRecruitment(row) : null }
}
