import { periodKeyOf } from '../../domain/boards/period'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'

/** The key of the period asked for; throws PERIOD_UNKNOWN for a week 54 or a 31 June. */
export function periodOf(ctx: Pick<Ctx, 'now'>, asked: string): string {
  const key = periodKeyOf(asked, ctx.now.getTime())
  if (!key)
    throw new RuleError('PERIOD_UNKNOWN', {
      expected: 'day, week, month, all, 2021-W26, 2021-06 or 2021-06-28',
    })
  return key
}
