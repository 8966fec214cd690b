import type { Output, Parsed } from '../../contract/actions'
import { type Ctx, callerOf } from '../platform/context'
import { periodOf } from './period-of'
import { showRow } from './show-row'
import { rowsNear } from './store'

export async function readNear(
  ctx: Ctx,
  input: Parsed<'boards.near'>,
): Promise<Output<'boards.near'>> {
  const query = { ...input, period: periodOf(ctx, input.period) }
  const rows = await rowsNear(ctx.tx, query, callerOf(ctx).id)
  return { periodKey: query.period, rows: rows.map((row) => showRow(ctx, row)) }
}
