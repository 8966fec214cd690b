import { wordsOfAuditAction, wordsOfTarget } from '../../admin/words/audit-words'
import { ERROR_WORDS, wordsOfError } from '../../admin/words/error-words'
import { wordsOfDetail } from '../../admin/words/event-details'
import { areaInWords, FENCE_KIND_WORDS, wordsOfRepair } from '../../admin/words/fence-words'
import { fullInstant, shortInstant } from '../../admin/words/instants'
import {
  CODE_STATE_WORDS,
  ENTRY_WORDS,
  ORG_KIND_WORDS,
  ROLE_WORDS,
} from '../../admin/words/people-words'
import {
  REASON_WORDS,
  RULE_WORDS,
  STATE_EXPLAINED,
  STATE_WORDS,
  VERDICT_WORDS,
  wordsOfEvent,
  wordsOfReason,
  wordsOfRule,
} from '../../admin/words/recruitment-words'
import { ACTIONS } from '../../contract/actions'
import { codeState } from '../../contract/codes'
import { STATUS_BY_ERROR_CODE } from '../../contract/errors'
import { entryWhat } from '../../contract/ledger'
import { reasonCode, recruitmentState } from '../../contract/recruitment'
import { ROLES } from '../../contract/roles'
import { fenceKind, orgKind, placeVerdict } from '../../contract/shapes'
import { VERDICT_BY_RULE } from '../../domain/fences/verdict'

const CHINESE = /[\u4e00-\u9fff]/
const HALF_WIDTH = /[\u4e00-\u9fff][,;!?]|[,;!?][\u4e00-\u9fff]/

const TABLES: [string, readonly string[], Readonly<Record<string, unknown>>][] = [
  ['error codes', Object.keys(STATUS_BY_ERROR_CODE), ERROR_WORDS],
  ['recruitment states', recruitmentState.options, STATE_WORDS],
  ['explanations of states', recruitmentState.options, STATE_EXPLAINED],
  ['reasons', reasonCode.options, REASON_WORDS],
  ['verdicts', placeVerdict.options, VERDICT_WORDS],
  ['place rules', Object.keys(VERDICT_BY_RULE), RULE_WORDS],
  ['roles', ROLES, ROLE_WORDS],
  ['kinds of org', orgKind.options, ORG_KIND_WORDS],
  ['kinds of fence', fenceKind.options, FENCE_KIND_WORDS],
  ['states of a code', codeState.options, CODE_STATE_WORDS],
  ['kinds of entry', entryWhat.options, ENTRY_WORDS],
]

test.each(TABLES)('all %s have Chinese words with full-width signs', (_name, keys, words) => {
  for (const key of keys) {
    const text = JSON.stringify(words[key] ?? key)
    expect(text).toMatch(CHINESE)
    expect(text).not.toMatch(HALF_WIDTH)
  }
})

test('every writing action of the console has words in the audit', () => {
  const written = Object.entries(ACTIONS)
    .filter(([, spec]) => spec.door === 'console' && spec.writes)
    .map(([name]) => name)
  expect(written.filter((name) => wordsOfAuditAction(name) === name)).toEqual([])
  expect(wordsOfTarget('code:1f0c2a')).toEqual({ kind: '二维码', id: '1f0c2a' })
})

test('the steps of a recruitment read as sentences', () => {
  const kinds = ['scanned', 'consented', 'located', 'declared', 'learned', 'passed', 'failed']
  const ends = ['credited', 'held', 'refused', 'expired']
  expect([...kinds, ...ends].filter((kind) => wordsOfEvent(kind) === kind)).toEqual([])
  expect(wordsOfRule('DECLARED_IN_FENCE')).toMatch(CHINESE)
  expect(wordsOfDetail({ right: 2, of: 3 })).toEqual(['答对 2 题，共 3 题'])
  expect(wordsOfDetail({ distanceBucket: 50, verdict: 'near' })).toEqual([
    '在围栏边缘',
    '距围栏边界 50 米以上',
  ])
  expect(wordsOfDetail({ reasons: ['NEAR_FENCE'], ruleVersion: '2026-11-a' })).toEqual([
    '围栏边缘',
    '规则版本 2026-11-a',
  ])
})

test('what the console does not know yet is shown as it came, never hidden', () => {
  expect(wordsOfEvent('teleported')).toBe('teleported')
  expect(wordsOfReason('NEW_REASON').short).toBe('NEW_REASON')
  expect(wordsOfRule('NEW_RULE')).toBe('NEW_RULE')
  expect(wordsOfDetail({ novel: 1 })).toEqual(['novel:1'])
  expect(wordsOfRepair('NEW_REPAIR:3')).toBe('NEW_REPAIR:3')
  expect(wordsOfError(new Error('?'))).toMatch(CHINESE)
})

test('repairs of an imported outline say how many and how much', () => {
  expect(wordsOfRepair('HOLES_TO_PARTS:3')).toContain('3 块')
  expect(wordsOfRepair('AREA_CHANGED_SQUARE_METERS:-18230')).toBe('面积因此减少 1.8 公顷')
  expect(areaInWords(126_600_000)).toBe('126.6 平方公里')
  expect(areaInWords(740)).toBe('740 平方米')
})

test('instants are told in Asia/Shanghai, the year only when it is another', () => {
  const now = '2026-11-22T04:00:00Z'
  expect(shortInstant('2026-11-22T16:30:00Z', now)).toBe('11-23 00:30')
  expect(shortInstant('2025-12-31T15:59:00Z', now)).toBe('2025-12-31 23:59')
  expect(fullInstant('2026-11-22T16:30:05Z')).toBe('2026-11-23 00:30:05（北京时间）')
})
