import type { Output, Parsed } from '../../contract/actions'
import { DECIDING_ROLES } from '../../contract/roles'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { scopeOf } from '../platform/scope'
import { showApplication } from './show-application'
import { applicationsInScope } from './store'

export async function listApplications(
  ctx: Ctx,
  input: Parsed<'promoters.applications'>,
): Promise<Output<'promoters.applications'>> {
  const scope = await scopeOf(ctx, DECIDING_ROLES)
  const after = cursorParts(input.cursor, ['instant', 'uuid'])
  const rows = await applicationsInScope(ctx.tx, { ...input, scope, after })
  return pageOf(
    rows,
    input.limit,
    (row) => [row.applied_key, row.id],
    (row) => showApplication(ctx, row),
  )
}
