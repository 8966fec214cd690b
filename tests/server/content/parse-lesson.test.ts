import { stringify } from 'yaml'
import { ContentError } from '../../../server/content/content-error'
import { parseLesson } from '../../../server/content/parse-lesson'
import { parseTaxonomy } from '../../../server/content/parse-taxonomy'

const question = (id: string) => ({
  id,
  stem: '哪一步最该停？',
  options: [
    { id: 'a', text: '看到工号' },
    { id: 'b', text: '听见先交费' },
    { id: 'c', text: '填完姓名' },
  ],
  right: 'b',
  explanation: '真的贷款是别人先把钱给你。',
})
const lesson = {
  article: 'loan-how',
  fraud_type: 'loan',
  audiences: ['business'],
  questions: ['q-1', 'q-2', 'q-3', 'q-4'].map(question),
}
const parse = (value: unknown) => parseLesson({ file: 'lessons/loan.yaml', text: stringify(value) })

test('a lesson becomes a bank of questions with its right options', () => {
  expect(parse(lesson)).toMatchObject({
    slug: 'loan',
    articleSlug: 'loan-how',
    fraudType: 'loan',
    questions: [{ id: 'q-1', rightId: 'b' }, {}, {}, {}],
  })
})

test('a right id that no option has is refused on its own line', () => {
  const wrong = { ...lesson, questions: [{ ...question('q-0'), right: 'd' }, ...lesson.questions] }
  const line =
    stringify(wrong)
      .split('\n')
      .findIndex((text) => text.includes('right: d')) + 1
  expect(() => parse(wrong)).toThrow(
    `lessons/loan.yaml:${line}: questions.0.right: expected the id of one of the options`,
  )
})

test('a bank that could only repeat itself is refused', () => {
  expect(() => parse({ ...lesson, questions: lesson.questions.slice(1) })).toThrow(
    'expected at least 4 questions',
  )
})

test('an unknown key and a fifth option are refused', () => {
  const options = ['a', 'b', 'c', 'd', 'd'].map((id) => ({ id, text: id }))
  expect(() => parse({ ...lesson, points: 5 })).toThrow(ContentError)
  expect(() =>
    parse({ ...lesson, questions: [{ ...question('q-0'), options }, ...lesson.questions] }),
  ).toThrow('expected at most 4 options')
})

test('a taxonomy says where it is wrong', () => {
  const text = 'version: "2026-11-20"\nfraud_types: []\ntopics: []\naudiences: []\nlists: x\n'
  expect(() => parseTaxonomy({ file: 'taxonomy.yaml', text })).toThrow(/taxonomy\.yaml:5: lists/)
})
