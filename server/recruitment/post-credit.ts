import { entriesForCredit } from '../../domain/ledger/entries-for-credit'
import { RULES } from '../../domain/recruitment/rules'
import { postEntries } from '../ledger/store'
import type { Ctx } from '../platform/context'
import type { RecruitmentRow } from './store'

/** The entries of one credited recruitment, counted from the moment it is decided. */
export async function postCredit(ctx: Ctx, row: RecruitmentRow): Promise<void> {
  const entries = entriesForCredit(
    { sourceId: row.id, promoterId: row.promoter_id, volunteerId: row.member_id },
    RULES,
  )
  await postEntries(ctx.tx, {
    entries,
    source: { kind: 'recruitment', id: row.id },
    fenceId: row.place_fence_id,
    ruleVersion: RULES.version,
    at: ctx.now,
  })
}
