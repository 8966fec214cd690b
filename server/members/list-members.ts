import type { Output, Parsed } from '../../contract/actions'
import { pointsOfMany } from '../ledger/store'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { RuleError } from '../platform/rule-error'
import { scopeOf } from '../platform/scope'
import { membersInScope } from './store'

export async function listMembers(
  ctx: Ctx,
  input: Parsed<'members.list'>,
): Promise<Output<'members.list'>> {
  const scope = await scopeOf(ctx)
  if (input.orgId && !scope.everything && !scope.orgIds.includes(input.orgId))
    throw new RuleError('FORBIDDEN')
  const after = cursorParts(input.cursor, ['instant', 'uuid'])
  const rows = await membersInScope(ctx.tx, { ...input, scope, after })
  const points = await pointsOfMany(
    ctx.tx,
    rows.map(({ id }) => id),
  )
  return pageOf(
    rows,
    input.limit,
    (row) => [row.created_key, row.id],
    (row) => ({
      id: row.id,
      displayName: row.name,
      externalId: row.external_id,
      roles: row.roles,
      joinedAt: row.created_at.toISOString(),
      promoterName: row.promoter_name,
      points: points.get(row.id) ?? { promoter: 0, volunteer: 0 },
    }),
  )
}
