import type { Output, Parsed } from '../../contract/actions'
import { type Ctx, callerOf } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { showEntry } from './show-entry'
import { entriesOfMember } from './store'

export async function listMine(
  ctx: Ctx,
  input: Parsed<'ledger.mine'>,
): Promise<Output<'ledger.mine'>> {
  const before = cursorParts(input.cursor, ['instant', 'integer'])
  const rows = await entriesOfMember(ctx.tx, {
    memberId: callerOf(ctx).id,
    before,
    limit: input.limit,
  })
  return pageOf(rows, input.limit, (row) => [row.at_key, row.seq], showEntry)
}
