import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { scopeOf } from '../platform/scope'
import { showCode } from './show-code'
import { codesInScope } from './store'

export async function listCodes(
  ctx: Ctx,
  input: Parsed<'codes.list'>,
): Promise<Output<'codes.list'>> {
  const scope = await scopeOf(ctx)
  const after = cursorParts(input.cursor, ['instant', 'uuid'])
  const rows = await codesInScope(ctx.tx, { ...input, scope, after })
  return pageOf(rows, input.limit, (row) => [row.created_key, row.id], showCode)
}
