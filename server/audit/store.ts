import { sql } from 'kysely'
import type { Tx } from '../platform/database'
import type { Scope } from '../platform/scope'

export async function auditEntries(
  tx: Tx,
  filter: { scope: Scope; beforeSeq: string | null; limit: number },
) {
  let query = tx
    .selectFrom('audit_entry')
    .leftJoin('member', 'member.id', 'audit_entry.actor_id')
    .select(['seq', 'at', 'action', 'target', 'reason', 'hash', 'member.nickname as actor_name'])
  if (!filter.scope.everything)
    query = query.where(sql<boolean>`audit_entry.org_id = any(${filter.scope.orgIds}::uuid[])`)
  if (filter.beforeSeq) query = query.where(sql<boolean>`seq < ${filter.beforeSeq}::bigint`)
  return query
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1)
    .execute()
}
