import type { Output } from '../../contract/actions'
import { fenceRef } from '../fences/fence-ref'
import type { Ctx } from '../platform/context'
import type { ApplicationRow } from './store'

type Application = Output<'promoters.refuse'>['application']

/** The row as the console sees it; the staff name is opened here and nowhere earlier. */
export function showApplication(ctx: Ctx, row: ApplicationRow): Application {
  return {
    id: row.id,
    memberId: row.member_id,
    displayName: row.name,
    staffName: ctx.secrets.decrypt(row.staff_name_cipher),
    org: { id: row.org_id, kind: row.org_kind, name: row.org_name },
    fence: fenceRef(row),
    note: row.note,
    status: row.status,
    appliedAt: row.applied_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decider_name,
    reason: row.reason,
  }
}
