import * as z from 'zod'
import { action } from './action'
import { CONSOLE_ROLES } from './roles'
import { instant } from './shapes'

export const overviewActions = {
  'overview.read': action({
    summary: 'Monday morning: what waits, what happened, where. Numbers of my scope only.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: z.strictObject({}),
    output: z.strictObject({
      scopeName: z.string(),
      asOf: instant,
      waitingApplications: z.int(),
      heldRecruitments: z.int(),
      promoters: z.int(),
      volunteers: z.int(),
      articles: z.int(),
      fences: z.int(),
      thisWeek: z.strictObject({
        scanned: z.int(),
        credited: z.int(),
        held: z.int(),
        refused: z.int(),
      }),
      lastWeekCredited: z.int(),
      days: z.array(
        z.strictObject({ day: z.string(), credited: z.int(), held: z.int(), refused: z.int() }),
      ),
      byFence: z.array(z.strictObject({ name: z.string(), credited: z.int() })).max(10),
    }),
    errors: ['FORBIDDEN'],
  }),
}
