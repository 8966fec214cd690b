import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { areasNamedLike } from './store'

export async function searchAreas(
  ctx: Ctx,
  input: Parsed<'areas.search'>,
): Promise<Output<'areas.search'>> {
  return { items: await areasNamedLike(ctx.tx, input.text) }
}
