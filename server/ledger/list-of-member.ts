import type { Output, Parsed } from '../../contract/actions'
import { orgsOfMember } from '../members/store'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { RuleError } from '../platform/rule-error'
import { scopeOf } from '../platform/scope'
import { showEntry } from './show-entry'
import { entriesOfMember } from './store'

export async function listOfMember(
  ctx: Ctx,
  input: Parsed<'ledger.ofMember'>,
): Promise<Output<'ledger.ofMember'>> {
  const scope = await scopeOf(ctx)
  const orgIds = await orgsOfMember(ctx.tx, input.memberId)
  const inScope = scope.everything || orgIds?.some((id) => scope.orgIds.includes(id))
  if (!orgIds || !inScope) throw new RuleError('NOT_FOUND')
  const before = cursorParts(input.cursor, ['instant', 'integer'])
  const rows = await entriesOfMember(ctx.tx, { ...input, before })
  return pageOf(rows, input.limit, (row) => [row.at_key, row.seq], showEntry)
}
