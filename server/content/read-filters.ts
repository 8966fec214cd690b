import type { Output } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { audienceCounts, fraudTypeCounts } from './store'

export async function readFilters(ctx: Ctx): Promise<Output<'content.filters'>> {
  return { fraudTypes: await fraudTypeCounts(ctx.tx), audiences: await audienceCounts(ctx.tx) }
}
