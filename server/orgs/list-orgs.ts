import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { orgsAfter } from './store'

export async function listOrgs(ctx: Ctx, input: Parsed<'orgs.list'>): Promise<Output<'orgs.list'>> {
  const after = cursorParts(input.cursor, ['text', 'uuid'])
  const rows = await orgsAfter(ctx.tx, after, input.limit)
  return pageOf(
    rows,
    input.limit,
    (row) => [row.name, row.id],
    (row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      parentId: row.parent_id,
      open: row.open,
      fences: row.fences,
    }),
  )
}
