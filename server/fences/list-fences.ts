import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { scopeOf } from '../platform/scope'
import { fencesInScope } from './store'

export async function listFences(
  ctx: Ctx,
  input: Parsed<'fences.list'>,
): Promise<Output<'fences.list'>> {
  const scope = await scopeOf(ctx)
  const after = cursorParts(input.cursor, ['text', 'uuid'])
  const rows = await fencesInScope(ctx.tx, { scope, text: input.text, after, limit: input.limit })
  return pageOf(
    rows,
    input.limit,
    (row) => [row.name, row.id],
    (row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      org: { id: row.org_id, kind: row.org_kind, name: row.org_name },
      version: row.version,
      areaSquareMeters: row.area_square_meters,
      vertices: row.vertices,
      validFrom: row.valid_from.toISOString(),
      validTo: row.valid_to?.toISOString() ?? null,
      repairs: row.repairs,
      recruitments: row.recruitments,
    }),
  )
}
