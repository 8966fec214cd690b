import type { Output } from '../../contract/actions'
import { orgById } from '../orgs/store'
import type { Ctx } from '../platform/context'
import { scopeOf } from '../platform/scope'
import { creditedByFence, dayCounts, tiles, weekCounts } from './store'

export async function readOverview(ctx: Ctx): Promise<Output<'overview.read'>> {
  const scope = await scopeOf(ctx)
  const org = scope.rootOrgId ? await orgById(ctx.tx, scope.rootOrgId) : null
  const counts = await tiles(ctx.tx, scope)
  const { last_week_credited: lastWeekCredited, ...thisWeek } = await weekCounts(ctx.tx, scope)
  return {
    scopeName: scope.everything ? '全县' : (org?.name ?? ''),
    asOf: ctx.now.toISOString(),
    waitingApplications: counts.waiting,
    heldRecruitments: counts.held,
    promoters: counts.promoters,
    volunteers: counts.volunteers,
    articles: counts.articles,
    fences: counts.fences,
    thisWeek,
    lastWeekCredited,
    days: await dayCounts(ctx.tx, scope),
    byFence: await creditedByFence(ctx.tx, scope),
  }
}
