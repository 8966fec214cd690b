import type { Output, Parsed } from '../../contract/actions'
import { type Ctx, callerOf } from '../platform/context'
import { periodOf } from './period-of'
import { countStanding, standingOf } from './store'

export async function readMine(
  ctx: Ctx,
  input: Parsed<'boards.mine'>,
): Promise<Output<'boards.mine'>> {
  const query = { ...input, period: periodOf(ctx, input.period) }
  const mine = await standingOf(ctx.tx, query, callerOf(ctx).id)
  if (!mine) return { periodKey: query.period, mine: null }
  return {
    periodKey: query.period,
    mine: {
      rank: mine.rank,
      score: mine.score,
      members: await countStanding(ctx.tx, query),
      toNext: mine.next === null ? null : mine.next - mine.score,
    },
  }
}
