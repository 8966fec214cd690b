import { giveawayShare, quizBias } from '../../../domain/content/quiz-bias'
import { aQuestion } from '../../fixtures/content/pieces'

const question = (rightId: string, texts: readonly string[]) =>
  aQuestion({
    rightId,
    options: texts.map((text, index) => ({ id: 'abcd'[index] ?? '', text })),
  })

test('a quiz whose right option is always the longest is found out', () => {
  const bias = quizBias([
    question('a', ['长长长长', '短', '短', '短短']),
    question('b', ['短', '长长长', '短短']),
  ])
  expect(bias).toMatchObject({ questions: 2, longestRightShare: 1, shortestRightShare: 0 })
})

test('a tie for the longest counts as the guess it is', () => {
  expect(quizBias([question('a', ['两字', '两字', '一'])]).longestRightShare).toBe(0.5)
  expect(quizBias([question('a', ['同', '同', '同', '同'])])).toMatchObject({
    longestRightShare: 0.25,
    shortestRightShare: 0.25,
  })
})

test('letters are compared with chance, which knows that d is missing from three options', () => {
  const letters = quizBias([
    question('a', ['一', '二', '三', '四']),
    question('a', ['一', '二', '三']),
  ]).letters
  expect(letters.map(({ id, right }) => [id, right])).toEqual([
    ['a', 2],
    ['b', 0],
    ['c', 0],
    ['d', 0],
  ])
  expect(letters[0]?.expected).toBeCloseTo(1 / 4 + 1 / 3)
  expect(letters[3]?.expected).toBeCloseTo(1 / 4)
})

test('a word that only right options use gives the answer away', () => {
  const bank = [
    question('a', ['打电话核实', '照做', '等等', '转钱']),
    question('b', ['照做', '当面核实', '等等', '转钱']),
  ]
  expect(giveawayShare(bank, '核实', 2)).toBe(1)
  expect(giveawayShare(bank, '照做', 2)).toBe(0)
  expect(giveawayShare(bank, '核实', 3)).toBeNull()
})

test('an empty bank has no bias and no letters', () => {
  expect(quizBias([])).toEqual({
    questions: 0,
    longestRightShare: 0,
    shortestRightShare: 0,
    letters: [],
  })
})
