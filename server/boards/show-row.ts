import type { Output } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import type { BoardRow } from './store'

/** No id leaves: a row can be recognised by its owner only. */
export function showRow(
  ctx: Pick<Ctx, 'member'>,
  row: BoardRow,
): Output<'boards.top'>['rows'][number] {
  return {
    rank: row.rank,
    displayName: row.name,
    unit: row.unit,
    score: row.score,
    me: row.member_id === ctx.member?.id,
  }
}
