import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Ctx, callerOf } from './context'

export interface AuditFact {
  readonly action: string
  /** Kind and id of the record, such as `promoter_application:…`. */
  readonly target: string
  readonly orgId: string | null
  readonly reason?: string
  /** What changed, without secrets or personal data. */
  readonly detail?: Record<string, string | number | boolean | null>
}

/**
 * Adds one hash-chained row in the caller's transaction: each hash covers the one before, so a
 * changed byte breaks every later link. The head row's lock puts writers in line.
 */
export async function audit(ctx: Ctx, fact: AuditFact): Promise<void> {
  const head = await ctx.tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  const row = {
    seq: Number(head.seq) + 1,
    at: ctx.now,
    actor_id: callerOf(ctx).id,
    action: fact.action,
    target: fact.target,
    org_id: fact.orgId,
    reason: fact.reason ?? null,
    detail: JSON.stringify(fact.detail ?? {}),
    prev_hash: head.hash,
  }
  const hash = auditHash(row)
  await ctx.tx
    .insertInto('audit_entry')
    .values({ ...row, hash })
    .execute()
  await sql`update audit_head set seq = ${row.seq}, hash = ${hash}`.execute(ctx.tx)
}

/** SHA-256 over the previous hash and the row's fields in a fixed order. */
export function auditHash(row: {
  seq: number
  at: Date
  actor_id: string | null
  action: string
  target: string
  org_id: string | null
  reason: string | null
  detail: string
  prev_hash: Buffer
}): Buffer {
  const fields = [row.seq, row.at.toISOString(), row.actor_id, row.action, row.target, row.org_id]
  return createHash('sha256')
    .update(row.prev_hash)
    .update(JSON.stringify([...fields, row.reason, sortedDetail(row.detail)]))
    .digest()
}

/** jsonb keeps no key order, so the hash is taken over sorted pairs. */
function sortedDetail(detail: string): [string, unknown][] {
  return Object.entries(JSON.parse(detail)).sort(([a], [b]) => (a < b ? -1 : 1))
}
