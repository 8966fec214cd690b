import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { scopeOf } from '../platform/scope'
import { auditEntries } from './store'

export async function listEntries(
  ctx: Ctx,
  input: Parsed<'audit.list'>,
): Promise<Output<'audit.list'>> {
  const scope = await scopeOf(ctx, ['super_admin', 'auditor', 'station_chief'])
  const beforeSeq = cursorParts(input.cursor, ['integer'])?.[0] ?? null
  const rows = await auditEntries(ctx.tx, { scope, beforeSeq, limit: input.limit })
  return pageOf(
    rows,
    input.limit,
    (row) => [row.seq],
    (row) => ({
      seq: Number(row.seq),
      at: row.at.toISOString(),
      actorName: row.actor_name ?? '',
      action: row.action,
      target: row.target,
      reason: row.reason,
      hash: row.hash.toString('hex'),
    }),
  )
}
