import * as z from 'zod'
import { action } from './action'
import { CONSOLE_ROLES, DECIDING_ROLES } from './roles'
import { cursor, fenceRef, id, instant, limit, longText, orgRef, page } from './shapes'

/** What a code opens with: at most 32 characters that WeChat allows in a scene. */
export const scene = z.string().regex(/^[0-9A-Za-z_-]{8,32}$/)

export const codeState = z.enum(['active', 'revoked', 'expired'])

const code = z.strictObject({
  id,
  scene,
  /** The address a printed or shown QR holds, relative to the service's own origin. */
  path: z.string(),
  kind: z.enum(['live', 'poster']),
  state: codeState,
  org: orgRef,
  fence: fenceRef.nullable(),
  promoterName: z.string().nullable(),
  validFrom: instant,
  validTo: instant.nullable(),
  revokedReason: z.string().nullable(),
})

export const codesActions = {
  'codes.mine': action({
    summary: "The promoter's own code, null while there is none.",
    door: 'member',
    audience: ['promoter'],
    writes: false,
    input: z.strictObject({}),
    output: z.strictObject({ code: code.nullable() }),
    errors: ['FORBIDDEN'],
  }),
  'codes.verify': action({
    summary: 'Anyone may check a code: which unit stands behind it and whether it is good.',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({ scene }),
    output: z.strictObject({
      state: codeState,
      kind: z.enum(['live', 'poster']),
      unit: z.string(),
      promoterName: z.string().nullable(),
      validTo: instant.nullable(),
      hotline: z.literal('96110'),
    }),
    errors: ['CODE_UNKNOWN', 'TOO_MANY_REQUESTS'],
  }),
  'codes.list': action({
    summary: 'Codes of my scope, newest first.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: z.strictObject({ cursor, limit, state: codeState.optional() }),
    output: page(code),
    errors: ['FORBIDDEN'],
  }),
  'codes.revoke': action({
    summary: 'A revoked code opens a clear page and never recruits again.',
    door: 'console',
    audience: DECIDING_ROLES,
    writes: true,
    input: z.strictObject({ codeId: id, reason: longText }),
    output: z.strictObject({ code }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CODE_REVOKED'],
  }),
}
