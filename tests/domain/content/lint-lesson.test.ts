import { lintLesson } from '../../../domain/content/lint-lesson'
import { aLesson, aQuestion } from '../../fixtures/content/pieces'

const withQuestion = (overrides: Parameters<typeof aQuestion>[0]) =>
  aLesson({ questions: [...aLesson().questions.slice(1), aQuestion({ id: 'odd', ...overrides })] })
const options = aQuestion().options

test('a fit lesson has nothing to mend', () => {
  expect(lintLesson(aLesson())).toEqual([])
})

test('a problem names the question', () => {
  expect(lintLesson(withQuestion({ rightId: 'z' }))).toEqual([
    { rule: 'right-missing', where: 'a-lesson:odd', found: 'z' },
  ])
})

test.each([
  ['small-bank', aLesson({ questions: aLesson().questions.slice(1) })],
  ['no-audience', aLesson({ audiences: [] })],
  ['option-count', withQuestion({ options: options.slice(0, 2) })],
  ['option-letters', withQuestion({ options: [...options].reverse() })],
  ['same-option', withQuestion({ options: options.map((o) => ({ ...o, text: '一样' })) })],
  [
    'option-length',
    withQuestion({ options: options.map((o) => ({ ...o, text: o.id + '长'.repeat(41) })) }),
  ],
  ['stem-length', withQuestion({ stem: '问'.repeat(111) })],
  ['thin-explanation', withQuestion({ explanation: '是骗局。' })],
  ['markup', withQuestion({ stem: '点<a>这里</a>会怎样？' })],
  ['markup', withQuestion({ stem: '打开 a.com 会怎样？' })],
  ['strange-number', withQuestion({ stem: '13812345678打来，怎么办？' })],
])('%s goes red', (rule, lesson) => {
  expect(lintLesson(lesson).map((problem) => problem.rule)).toContain(rule)
})
