import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { periodOf } from './period-of'
import { showRow } from './show-row'
import { countStanding, topRows } from './store'

export async function readTop(
  ctx: Ctx,
  input: Parsed<'boards.top'>,
): Promise<Output<'boards.top'>> {
  const period = periodOf(ctx, input.period)
  const query = { ...input, period }
  const rows = await topRows(ctx.tx, query, input.limit)
  return {
    periodKey: period,
    rows: rows.map((row) => showRow(ctx, row)),
    members: await countStanding(ctx.tx, query),
    asOf: ctx.now.toISOString(),
  }
}
