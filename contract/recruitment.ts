import * as z from 'zod'
import { action } from './action'
import { scene } from './codes'
import { CONSOLE_ROLES, DECIDING_ROLES } from './roles'
import {
  areaRef,
  block,
  cursor,
  fenceRef,
  id,
  instant,
  limit,
  longText,
  orgRef,
  page,
  place,
  placeVerdict,
} from './shapes'

/**
 * Where a recruitment stands. scanned → consented → learned → one of the three outcomes;
 * `expired` after 14 days without finishing, or when a later scan took its place.
 */
export const recruitmentState = z.enum([
  'scanned',
  'consented',
  'learned',
  'credited',
  'held',
  'refused',
  'expired',
])

/** Why a credit is held or refused: a closed set, the faces choose the words. */
export const reasonCode = z.enum([
  'OUTSIDE_FENCE',
  'NEAR_FENCE',
  'PLACE_UNKNOWN',
  'DECLARED_ELSEWHERE',
  'ENTRY_NOT_SCANNED',
  'SCAN_TOO_OLD',
  'NOT_WECHAT_CLIENT',
  'ALREADY_VOLUNTEER',
  'CODE_REVOKED_MEANWHILE',
  'SUPERSEDED',
  'NO_FENCE',
  'REFUSED_BY_PERSON',
])

const question = z.strictObject({
  id: z.string(),
  stem: z.string(),
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
})

/** What the resident's phone needs to draw the step it is on, and to resume there. */
export const recruitmentView = z.strictObject({
  id,
  state: recruitmentState,
  who: z.strictObject({
    unit: z.string(),
    promoterName: z.string().nullable(),
    verified: z.boolean(),
    hotline: z.literal('96110'),
  }),
  fence: fenceRef.nullable(),
  place: z
    .strictObject({ verdict: placeVerdict, rule: z.string(), area: areaRef.nullable() })
    .nullable(),
  reasons: z.array(reasonCode),
  expiresAt: instant,
  /** True when the member had become a volunteer before this scan. */
  alreadyVolunteer: z.boolean(),
  points: z.int(),
})

const ref = z.strictObject({ recruitmentId: id })
const stepErrors = ['NOT_FOUND', 'WRONG_STEP', 'RECRUITMENT_EXPIRED'] as const

export const recruitmentActions = {
  'recruitment.scan': action({
    summary: 'One opening of the mini-program through a code.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: z.strictObject({
      scene,
      /** WeChat's entry scene (1011, 1047: the camera saw it), when the platform gives it. */
      entryScene: z.int().min(0).max(99_999).optional(),
      /** Unix seconds of the scan, when the platform gives it. */
      scannedAtSeconds: z.int().min(0).max(99_999_999_999).optional(),
    }),
    output: recruitmentView,
    errors: [
      'CODE_UNKNOWN',
      'CODE_REVOKED',
      'CODE_EXPIRED',
      'SELF_RECRUIT',
      'STAFF_NOT_RECRUITED',
      'TOO_MANY_REQUESTS',
    ],
  }),
  'recruitment.consent': action({
    summary: 'Two separate ticks; refusing either still lets the resident learn.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: z.strictObject({
      ...ref.shape,
      rulesRead: z.literal(true),
      location: z.boolean(),
      publicName: z.boolean(),
      ageBand: z.enum(['under14', '14to17', '18to59', '60plus']),
      audience: z.string().max(30).optional(),
    }),
    output: recruitmentView,
    errors: [...stepErrors, 'UNDER_AGE'],
  }),
  'recruitment.locate': action({
    summary: 'Compare the phone’s place with the fence; the point itself is not kept.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: z.strictObject({ ...ref.shape, place }),
    output: recruitmentView,
    errors: [...stepErrors, 'COORDINATES_OUTSIDE_CHINA', 'FORBIDDEN'],
  }),
  'recruitment.declare': action({
    summary: 'Without location: the village chosen by hand.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: z.strictObject({ ...ref.shape, areaId: id }),
    output: recruitmentView,
    errors: stepErrors,
  }),
  'recruitment.lesson': action({
    summary: 'The lesson drawn for this recruitment.',
    door: 'member',
    audience: 'member',
    writes: false,
    input: ref,
    output: z.strictObject({
      title: z.string(),
      fraudType: z.string(),
      readingSeconds: z.int(),
      spoken: z.string(),
      blocks: z.array(block),
      source: z.strictObject({ name: z.string(), asOf: z.string() }),
    }),
    errors: stepErrors,
  }),
  'recruitment.finishLesson': action({
    summary: 'The lesson is read: three questions, without their answers.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: ref,
    output: z.strictObject({ questions: z.array(question) }),
    errors: stepErrors,
  }),
  'recruitment.questions': action({
    summary: 'The questions of the open attempt, to resume an interrupted quiz.',
    door: 'member',
    audience: 'member',
    writes: false,
    input: ref,
    output: z.strictObject({ questions: z.array(question) }),
    errors: stepErrors,
  }),
  'recruitment.answer': action({
    summary: 'Scored by the server, explained either way; passing binds and decides the credit.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: z.strictObject({
      ...ref.shape,
      answers: z
        .array(z.strictObject({ questionId: z.string().max(60), optionId: z.string().max(10) }))
        .min(1)
        .max(10),
    }),
    output: z.strictObject({
      passed: z.boolean(),
      right: z.int(),
      of: z.int(),
      results: z.array(
        z.strictObject({
          questionId: z.string(),
          chosenId: z.string(),
          rightId: z.string(),
          correct: z.boolean(),
          explanation: z.string(),
        }),
      ),
      recruitment: recruitmentView,
    }),
    errors: [...stepErrors, 'QUESTION_NOT_ASKED'],
  }),
  'recruitment.mine': action({
    summary: 'My newest recruitment, to resume where I stopped; null when there is none.',
    door: 'member',
    audience: 'member',
    writes: false,
    input: z.strictObject({}),
    output: z.strictObject({ recruitment: recruitmentView.nullable() }),
    errors: [],
  }),
  'recruitment.decide': action({
    summary: 'A person decides about a held credit, with a reason; never about the own recruits.',
    door: 'console',
    audience: DECIDING_ROLES,
    writes: true,
    input: z.strictObject({
      ...ref.shape,
      decision: z.enum(['credited', 'refused']),
      reason: longText,
    }),
    output: z.strictObject({ state: recruitmentState, reasons: z.array(reasonCode) }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ALREADY_DECIDED', 'OWN_APPLICATION'],
  }),
  'recruitment.list': action({
    summary: 'Recruitments of my scope, newest first.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: z.strictObject({ cursor, limit, state: recruitmentState.optional() }),
    output: page(
      z.strictObject({
        id,
        displayName: z.string(),
        promoterName: z.string().nullable(),
        org: orgRef,
        fenceName: z.string().nullable(),
        verdict: placeVerdict.nullable(),
        state: recruitmentState,
        reasons: z.array(reasonCode),
        scannedAt: instant,
        decidedAt: instant.nullable(),
      }),
    ),
    errors: ['FORBIDDEN'],
  }),
  'recruitment.history': action({
    summary: 'Everything that happened to one recruitment, in order, with the rule that decided.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: ref,
    output: z.strictObject({
      id,
      displayName: z.string(),
      promoterName: z.string().nullable(),
      org: orgRef,
      fence: fenceRef.nullable(),
      fenceVersion: z.int().nullable(),
      verdict: placeVerdict.nullable(),
      rule: z.string().nullable(),
      cell: z.string().nullable(),
      ruleVersion: z.string().nullable(),
      state: recruitmentState,
      reasons: z.array(reasonCode),
      events: z.array(
        z.strictObject({ at: instant, kind: z.string(), detail: z.record(z.string(), z.json()) }),
      ),
      entries: z.array(
        z.strictObject({ displayName: z.string(), what: z.string(), points: z.int(), at: instant }),
      ),
    }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
}
