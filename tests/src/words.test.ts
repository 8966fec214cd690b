import { ACTIONS } from '../../contract/actions'
import { STATUS_BY_ERROR_CODE } from '../../contract/errors'
import { reasonCode } from '../../contract/recruitment'
import { ERROR_WORDS, wordsOf } from '../../src/api/error-words'
import { REASON_WORDS, reasonWords } from '../../src/api/reason-words'
import { WRITING_ACTIONS } from '../../src/api/writing-actions'

const CHINESE = /^[^A-Za-z_]*$/

test.each(Object.keys(STATUS_BY_ERROR_CODE))('a resident reads Chinese words for %s', (code) => {
  const { title, hint } = ERROR_WORDS[code as keyof typeof STATUS_BY_ERROR_CODE]
  expect(title.length).toBeGreaterThan(2)
  expect(hint.length).toBeGreaterThan(4)
  expect(title + hint).toMatch(CHINESE)
})

test('something nobody expected still has words', () => {
  expect(wordsOf(new Error('boom')).title).toBe(ERROR_WORDS.BAD_ANSWER.title)
})

test.each(reasonCode.options)('a resident reads why a credit waits: %s', (reason) => {
  expect(REASON_WORDS[reason]).toMatch(CHINESE)
  expect(reasonWords(reason)).toBe(REASON_WORDS[reason])
})

test('a reason this version does not know is never blank', () => {
  expect(reasonWords('SOMETHING_NEW').length).toBeGreaterThan(4)
})

test('every writing action the mini-program asks carries a requestId', () => {
  for (const action of WRITING_ACTIONS) expect(ACTIONS[action].writes).toBe(true)
  const memberWrites = Object.entries(ACTIONS).filter(
    ([, spec]) => spec.writes && spec.door === 'member',
  )
  const missing = memberWrites.map(([name]) => name).filter((name) => !isListed(name))
  expect(missing).toEqual([])
})

function isListed(name: string): boolean {
  return (WRITING_ACTIONS as readonly string[]).includes(name)
}
