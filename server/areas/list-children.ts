import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { areaById, areasBelow } from './store'

export async function listChildren(
  ctx: Ctx,
  input: Parsed<'areas.children'>,
): Promise<Output<'areas.children'>> {
  if (input.parentId && !(await areaById(ctx.tx, input.parentId))) throw new RuleError('NOT_FOUND')
  return { items: await areasBelow(ctx.tx, input.parentId) }
}
