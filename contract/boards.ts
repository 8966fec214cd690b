import * as z from 'zod'
import { action } from './action'

/** A named period counts up to now; a key names one closed or running period of Asia/Shanghai. */
export const period = z.union([
  z.enum(['day', 'week', 'month', 'all']),
  z.string().regex(/^\d{4}(-W\d{2}|-\d{2}|-\d{2}-\d{2})$/),
])

const query = z.strictObject({
  role: z.enum(['promoter', 'volunteer']),
  measure: z.enum(['recruits', 'points']),
  period,
})

const row = z.strictObject({
  rank: z.int(),
  displayName: z.string(),
  unit: z.string().nullable(),
  score: z.int(),
  me: z.boolean(),
})

export const boardsActions = {
  'boards.top': action({
    summary: 'The first N of a board; equal scores share a rank (1, 1, 3).',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({ ...query.shape, limit: z.int().min(1).max(50).default(20) }),
    output: z.strictObject({
      periodKey: z.string(),
      rows: z.array(row),
      members: z.int(),
      asOf: z.iso.datetime(),
    }),
    errors: ['PERIOD_UNKNOWN', 'BOARDS_OFF'],
  }),
  'boards.mine': action({
    summary: 'My rank, my score and how far the next one is; null when I am not on the board.',
    door: 'member',
    audience: 'member',
    writes: false,
    input: query,
    output: z.strictObject({
      periodKey: z.string(),
      mine: z
        .strictObject({
          rank: z.int(),
          score: z.int(),
          members: z.int(),
          /** Points to the next higher score; null at the top. */
          toNext: z.int().nullable(),
        })
        .nullable(),
    }),
    errors: ['PERIOD_UNKNOWN', 'BOARDS_OFF'],
  }),
  'boards.near': action({
    summary: 'Two above me, me, two below me.',
    door: 'member',
    audience: 'member',
    writes: false,
    input: query,
    output: z.strictObject({ periodKey: z.string(), rows: z.array(row).max(5) }),
    errors: ['PERIOD_UNKNOWN', 'BOARDS_OFF'],
  }),
}
