import * as z from 'zod'
import { action } from './action'
import { cursor, instant, limit, page } from './shapes'

export const auditActions = {
  'audit.list': action({
    summary: 'Who did what in the console, newest first.',
    door: 'console',
    audience: ['super_admin', 'auditor', 'station_chief'],
    writes: false,
    input: z.strictObject({ cursor, limit }),
    output: page(
      z.strictObject({
        seq: z.int(),
        at: instant,
        actorName: z.string(),
        action: z.string(),
        target: z.string(),
        reason: z.string().nullable(),
        hash: z.string(),
      }),
    ),
    errors: ['FORBIDDEN'],
  }),
}
