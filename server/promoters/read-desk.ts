import type { Output } from '../../contract/actions'
import { periodKeysAt } from '../../domain/boards/period'
import { recruitsOn } from '../boards/store'
import { pointsOf } from '../ledger/store'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { newestOfPromoter, outcomesOfPromoter } from '../recruitment/listing-store'
import { promoterOf } from './store'

export async function readDesk(ctx: Ctx): Promise<Output<'promoters.desk'>> {
  const { id } = callerOf(ctx)
  const promoter = await promoterOf(ctx.tx, id)
  if (!promoter || promoter.left_at) throw new RuleError('FORBIDDEN')
  const keys = periodKeysAt(ctx.now.getTime())
  const recruits = await recruitsOn(ctx.tx, 'promoter', id, [keys.all, keys.day, keys.week])
  const outcomes = await outcomesOfPromoter(ctx.tx, id)
  const newest = await newestOfPromoter(ctx.tx, id, 20)
  return {
    org: promoter.org,
    fence: promoter.fence,
    credited: recruits.get(keys.all) ?? 0,
    held: outcomes.held,
    refused: outcomes.refused,
    today: recruits.get(keys.day) ?? 0,
    thisWeek: recruits.get(keys.week) ?? 0,
    points: (await pointsOf(ctx.tx, id)).promoter,
    recruits: newest.map((row) => ({
      displayName: row.name,
      scannedAt: row.scanned_at.toISOString(),
      fenceName: row.fence_name,
      outcome: row.state,
      reasons: row.reasons,
    })),
  }
}
