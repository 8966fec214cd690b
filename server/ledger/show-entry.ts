import type { Output } from '../../contract/actions'
import type { entriesOfMember } from './store'

type Row = Awaited<ReturnType<typeof entriesOfMember>>[number]

export function showEntry(row: Row): Output<'ledger.mine'>['items'][number] {
  return {
    key: row.key,
    what: row.what,
    role: row.role,
    points: row.points,
    at: row.at.toISOString(),
    fenceName: row.fence_name,
    ruleVersion: row.rule_version,
    recruitmentId: row.source_kind === 'recruitment' ? row.source_id : null,
  }
}
