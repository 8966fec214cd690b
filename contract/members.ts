import * as z from 'zod'
import { action } from './action'
import { CONSOLE_ROLES } from './roles'
import { cursor, done, id, instant, limit, orgRef, page, role } from './shapes'

const consentKind = z.enum(['location', 'public_name'])
const creditState = z.enum(['credited', 'held', 'refused'])

export const me = z.strictObject({
  id,
  displayName: z.string(),
  publicName: z.boolean(),
  roles: z.array(z.strictObject({ role, org: orgRef.nullable() })),
  points: z.strictObject({ promoter: z.int(), volunteer: z.int() }),
  volunteer: z
    .strictObject({
      since: instant,
      promoterName: z.string().nullable(),
      unit: z.string().nullable(),
      credit: creditState.nullable(),
      reasons: z.array(z.string()),
    })
    .nullable(),
  promoter: z
    .strictObject({
      state: z.enum(['waiting', 'approved', 'refused', 'left']),
      org: orgRef,
      reason: z.string().nullable(),
    })
    .nullable(),
  consents: z.array(z.strictObject({ kind: consentKind, given: z.boolean(), at: instant })),
})

const memberRow = z.strictObject({
  id,
  displayName: z.string(),
  externalId: z.string().nullable(),
  roles: z.array(z.strictObject({ role, orgName: z.string().nullable() })),
  joinedAt: instant,
  promoterName: z.string().nullable(),
  points: z.strictObject({ promoter: z.int(), volunteer: z.int() }),
})

export const membersActions = {
  'members.me': action({
    summary: 'Who I am: roles, points, my recruitment and my application.',
    door: 'member',
    audience: 'member',
    writes: false,
    input: z.strictObject({}),
    output: me,
    errors: [],
  }),
  'members.setConsent': action({
    summary: 'Give or withdraw one separate consent (location; public name on boards).',
    door: 'member',
    audience: 'member',
    writes: true,
    input: z.strictObject({ kind: consentKind, given: z.boolean() }),
    output: done,
    errors: [],
  }),
  'members.list': action({
    summary: 'The people of my scope, newest first, names masked.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: z.strictObject({
      cursor,
      limit,
      role: role.optional(),
      orgId: id.optional(),
      text: z.string().trim().max(40).optional(),
    }),
    output: page(memberRow),
    errors: ['FORBIDDEN'],
  }),
}
