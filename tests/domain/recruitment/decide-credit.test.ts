import fc from 'fast-check'
import {
  type CreditFacts,
  type CreditReason,
  decideCredit,
} from '../../../domain/recruitment/decide-credit'
import { RULES } from '../../../domain/recruitment/rules'

const facts = (changed: Partial<CreditFacts> = {}): CreditFacts => ({
  bound: false,
  codeGood: true,
  fencesKnown: true,
  place: 'inside',
  declaredInFence: false,
  entryScene: 1011,
  scanAgeSeconds: 3,
  source: 'wx_client',
  ...changed,
})
const decide = (changed: Partial<CreditFacts>) => decideCredit(facts(changed), RULES)

test('inside the fence, by camera, just now: credited without a reason', () => {
  expect(decide({})).toEqual({ outcome: 'credited', reasons: [] })
})

test.each<[string, Partial<CreditFacts>, CreditReason]>([
  ['bound before', { bound: true }, 'ALREADY_VOLUNTEER'],
  ['a code gone bad meanwhile', { codeGood: false }, 'CODE_REVOKED_MEANWHILE'],
  ['outside', { place: 'outside' }, 'OUTSIDE_FENCE'],
  ['an entry that was no scan', { entryScene: 1007 }, 'ENTRY_NOT_SCANNED'],
  ['a scan of 121 s ago', { scanAgeSeconds: 121 }, 'SCAN_TOO_OLD'],
  ['a scan 121 s in the future', { scanAgeSeconds: -121 }, 'SCAN_TOO_OLD'],
  ['a caller that is no real mini-program', { source: 'other' }, 'NOT_WECHAT_CLIENT'],
])('%s is refused, with its reason', (_name, changed, reason) => {
  expect(decide(changed)).toEqual({ outcome: 'refused', reasons: [reason] })
})

test.each<[string, Partial<CreditFacts>, CreditReason]>([
  ['near the border', { place: 'near' }, 'NEAR_FENCE'],
  ['an unknown place', { place: 'unknown' }, 'PLACE_UNKNOWN'],
  ['no place at all', { place: 'placeless' }, 'PLACE_UNKNOWN'],
  ['a village of another fence', { place: 'declared' }, 'DECLARED_ELSEWHERE'],
  ['an org without a fence', { fencesKnown: false, place: 'unknown' }, 'NO_FENCE'],
  ['outside of no fence at all', { fencesKnown: false, place: 'outside' }, 'NO_FENCE'],
])('%s is held for a person, never denied', (_name, changed, reason) => {
  expect(decide(changed)).toEqual({ outcome: 'held', reasons: [reason] })
})

test.each<[string, Partial<CreditFacts>]>([
  ['a scan of 120 s ago', { scanAgeSeconds: 120 }],
  ['a phone whose clock is 120 s ahead', { scanAgeSeconds: -120 }],
  ['a platform that tells neither entry nor time', { entryScene: null, scanAgeSeconds: null }],
  ['the mini-program code of a camera', { entryScene: 1047 }],
  ['a village of the fence, by hand', { place: 'declared', declaredInFence: true }],
  ['a self-hosted door', { source: 'http' }],
])('%s is credited', (_name, changed) => {
  expect(decide(changed)).toEqual({ outcome: 'credited', reasons: [] })
})

test('all refusals are told at once, in one order', () => {
  expect(
    decide({
      bound: true,
      codeGood: false,
      entryScene: 1007,
      scanAgeSeconds: 999,
      source: 'other',
      place: 'outside',
    }).reasons,
  ).toEqual([
    'ALREADY_VOLUNTEER',
    'CODE_REVOKED_MEANWHILE',
    'ENTRY_NOT_SCANNED',
    'SCAN_TOO_OLD',
    'NOT_WECHAT_CLIENT',
    'OUTSIDE_FENCE',
  ])
})

const anyFacts: fc.Arbitrary<CreditFacts> = fc.record({
  bound: fc.boolean(),
  codeGood: fc.boolean(),
  fencesKnown: fc.boolean(),
  place: fc.constantFrom('inside', 'near', 'outside', 'unknown', 'declared', 'placeless'),
  declaredInFence: fc.boolean(),
  entryScene: fc.constantFrom(null, 1011, 1047, 1012, 0, 99_999),
  scanAgeSeconds: fc.constantFrom(null, 0, 120, -120, 121, -121, 2_000_000_000),
  source: fc.constantFrom('wx_client', 'http', 'local', 'other'),
})

test('credit without reasons, everything else with some; the bound are never credited again', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const { outcome, reasons } = decideCredit(given, RULES)
      expect(reasons.length === 0).toBe(outcome === 'credited')
      const outside = given.place === 'outside' && given.fencesKnown
      if (given.bound || !given.codeGood || outside) expect(outcome).toBe('refused')
      expect(new Set(reasons).size).toBe(reasons.length)
    }),
    { numRuns: 500 },
  )
})
