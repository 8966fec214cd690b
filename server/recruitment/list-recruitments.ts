import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { scopeOf } from '../platform/scope'
import { recruitmentsInScope } from './listing-store'
import type { Reason } from './show-recruitment'

export async function listRecruitments(
  ctx: Ctx,
  input: Parsed<'recruitment.list'>,
): Promise<Output<'recruitment.list'>> {
  const scope = await scopeOf(ctx)
  const after = cursorParts(input.cursor, ['instant', 'uuid'])
  const rows = await recruitmentsInScope(ctx.tx, { ...input, scope, after })
  return pageOf(
    rows,
    input.limit,
    (row) => [row.scanned_key, row.id],
    (row) => ({
      id: row.id,
      displayName: row.learner_name,
      promoterName: row.promoter_name,
      org: { id: row.org_id, kind: row.org_kind, name: row.org_name },
      fenceName: row.fence_name,
      verdict: row.place_verdict,
      state: row.state,
      reasons: row.reasons as Reason[],
      scannedAt: row.scanned_at.toISOString(),
      decidedAt: row.decided_at?.toISOString() ?? null,
    }),
  )
}
