import * as z from 'zod'
import { action } from './action'
import { CONSOLE_ROLES } from './roles'
import { cursor, id, instant, limit, page } from './shapes'

export const entryWhat = z.enum(['recruit', 'learned', 'correction'])

const entry = z.strictObject({
  key: z.string(),
  what: entryWhat,
  role: z.enum(['promoter', 'volunteer']),
  points: z.int(),
  at: instant,
  fenceName: z.string().nullable(),
  ruleVersion: z.string(),
  recruitmentId: id.nullable(),
})

export const ledgerActions = {
  'ledger.mine': action({
    summary: 'Where my points come from, newest first.',
    door: 'member',
    audience: 'member',
    writes: false,
    input: z.strictObject({ cursor, limit }),
    output: page(entry),
    errors: [],
  }),
  'ledger.ofMember': action({
    summary: 'The entries of one member of my scope.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: z.strictObject({ memberId: id, cursor, limit }),
    output: page(entry),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
}
