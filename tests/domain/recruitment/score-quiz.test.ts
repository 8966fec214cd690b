import { scoreQuiz } from '../../../domain/recruitment/score-quiz'

const asked = [
  { id: 'q1', rightId: 'a' },
  { id: 'q2', rightId: 'b' },
  { id: 'q3', rightId: 'c' },
]
const answers = (...given: [string, string][]) =>
  given.map(([questionId, optionId]) => ({ questionId, optionId }))

test.each<[number, [string, string, string]]>([
  [3, ['a', 'b', 'c']],
  [2, ['a', 'b', 'x']],
  [1, ['x', 'b', 'x']],
  [0, ['x', 'x', 'x']],
])('%i right answers are counted', (right, [first, second, third]) => {
  expect(scoreQuiz(asked, answers(['q1', first], ['q2', second], ['q3', third]))).toBe(right)
})

test('the order of the answers does not matter', () => {
  expect(scoreQuiz(asked, answers(['q3', 'c'], ['q1', 'a'], ['q2', 'b']))).toBe(3)
})

test.each<[string, [string, string][]]>([
  [
    'too few',
    [
      ['q1', 'a'],
      ['q2', 'b'],
    ],
  ],
  ['none', []],
  [
    'a question that was not asked',
    [
      ['q1', 'a'],
      ['q2', 'b'],
      ['q9', 'c'],
    ],
  ],
  [
    'one more than asked',
    [
      ['q1', 'a'],
      ['q2', 'b'],
      ['q3', 'c'],
      ['q9', 'c'],
    ],
  ],
  [
    'twice the same, in place of another',
    [
      ['q1', 'a'],
      ['q1', 'a'],
      ['q2', 'b'],
    ],
  ],
  [
    'twice the same, besides all',
    [
      ['q1', 'x'],
      ['q1', 'a'],
      ['q2', 'b'],
      ['q3', 'c'],
    ],
  ],
])('%s is no attempt', (_name, given) => {
  expect(scoreQuiz(asked, answers(...given))).toBeNull()
})
