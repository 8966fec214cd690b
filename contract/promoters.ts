import * as z from 'zod'
import { action } from './action'
import { DECIDING_ROLES } from './roles'
import { cursor, fenceRef, id, instant, limit, longText, orgRef, page, shortText } from './shapes'

const application = z.strictObject({
  id,
  memberId: id,
  displayName: z.string(),
  staffName: z.string(),
  org: orgRef,
  fence: fenceRef.nullable(),
  note: z.string(),
  status: z.enum(['waiting', 'approved', 'refused']),
  appliedAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
})

const recruit = z.strictObject({
  displayName: z.string(),
  scannedAt: instant,
  fenceName: z.string().nullable(),
  outcome: z.enum(['credited', 'held', 'refused']),
  reasons: z.array(z.string()),
})

export const promotersActions = {
  'promoters.apply': action({
    summary: 'Ask an org for an exclusive code.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: z.strictObject({
      orgId: id,
      fenceId: id.nullable(),
      staffName: shortText,
      note: z.string().trim().max(200).default(''),
    }),
    output: z.strictObject({ applicationId: id, status: z.literal('waiting') }),
    errors: ['NOT_FOUND', 'ORG_CLOSED', 'ALREADY_APPLIED', 'ALREADY_PROMOTER'],
  }),
  'promoters.desk': action({
    summary: 'The promoter at work: how many taught, today, this week, by outcome, and the newest.',
    door: 'member',
    audience: ['promoter'],
    writes: false,
    input: z.strictObject({}),
    output: z.strictObject({
      org: orgRef,
      fence: fenceRef.nullable(),
      credited: z.int(),
      held: z.int(),
      refused: z.int(),
      today: z.int(),
      thisWeek: z.int(),
      points: z.int(),
      recruits: z.array(recruit).max(20),
    }),
    errors: ['FORBIDDEN'],
  }),
  'promoters.applications': action({
    summary: 'Applications of my scope, oldest waiting first.',
    door: 'console',
    audience: DECIDING_ROLES,
    writes: false,
    input: z.strictObject({
      cursor,
      limit,
      status: z.enum(['waiting', 'approved', 'refused']).default('waiting'),
    }),
    output: page(application),
    errors: ['FORBIDDEN'],
  }),
  'promoters.approve': action({
    summary: 'Approve: the member becomes a promoter of the org and gets a code.',
    door: 'console',
    audience: DECIDING_ROLES,
    writes: true,
    input: z.strictObject({ applicationId: id }),
    output: z.strictObject({ application, codeId: id }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ALREADY_DECIDED', 'OWN_APPLICATION'],
  }),
  'promoters.refuse': action({
    summary: 'Refuse with a reason the applicant sees.',
    door: 'console',
    audience: DECIDING_ROLES,
    writes: true,
    input: z.strictObject({ applicationId: id, reason: longText }),
    output: z.strictObject({ application }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ALREADY_DECIDED', 'OWN_APPLICATION'],
  }),
}
