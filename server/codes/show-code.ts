import type { Output } from '../../contract/actions'
import { fenceRef } from '../fences/fence-ref'
import type { CodeRow } from './store'

type Code = NonNullable<Output<'codes.mine'>['code']>

export function showCode(row: CodeRow): Code {
  return {
    id: row.id,
    scene: row.scene,
    path: `/c/${row.scene}`,
    kind: row.kind,
    state: row.state,
    org: { id: row.org_id, kind: row.org_kind, name: row.org_name },
    fence: fenceRef(row),
    promoterName: row.promoter_id ? row.promoter_name : null,
    validFrom: row.valid_from.toISOString(),
    validTo: row.valid_to?.toISOString() ?? null,
    revokedReason: row.revoked_reason,
  }
}
