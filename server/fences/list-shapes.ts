import type { Output, Parsed } from '../../contract/actions'
import { simplifyOutline } from '../../domain/fences/simplify'
import type { Ctx } from '../platform/context'
import { cursorFrom, cursorParts } from '../platform/cursor'
import { scopeOf } from '../platform/scope'
import { fencesInScope, outlineOf } from './store'

/** An answer stays under 100 KB; one outline of 800 points is about 15 KB. */
const PAGE_BYTES = 80_000
const POINTS_MAX = 800
const FENCES_MAX = 50

export async function listShapes(
  ctx: Ctx,
  input: Parsed<'fences.shapes'>,
): Promise<Output<'fences.shapes'>> {
  const scope = await scopeOf(ctx)
  const after = cursorParts(input.cursor, ['text', 'uuid'])
  const rows = await fencesInScope(ctx.tx, { scope, after, limit: FENCES_MAX })
  const items: Output<'fences.shapes'>['items'] = []
  let bytes = 0
  for (const row of rows.slice(0, FENCES_MAX)) {
    const polygons = simplifyOutline(await outlineOf(ctx.tx, row), POINTS_MAX)
    bytes += JSON.stringify(polygons).length
    if (bytes > PAGE_BYTES && items.length > 0) break
    items.push({ id: row.id, name: row.name, kind: row.kind, orgName: row.org_name, polygons })
  }
  const last = rows[items.length - 1]
  const more = items.length < rows.length && last
  return { items, nextCursor: more ? cursorFrom([last.name, last.id]) : null }
}
