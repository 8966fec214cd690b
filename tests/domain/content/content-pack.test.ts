import { danglingReferences } from '../../../domain/content/content-pack'
import { isDay, isPartialDate } from '../../../domain/content/dates'
import { readingSeconds } from '../../../domain/content/reading-time'
import { listingsOf, subjectIds } from '../../../domain/content/taxonomy'
import { aLesson, anArticle, aTaxonomy } from '../../fixtures/content/pieces'

const pack = { taxonomy: aTaxonomy(), articles: [anArticle()], lessons: [aLesson()] }
const merged = {
  year: 2025,
  publisher: '公安部',
  publishedOn: '2025-06',
  size: 10,
  types: [{ as: '贷款、征信', ids: ['loan', 'credit'], evidence: 'confirmed' as const }],
}

test('a pack that holds together has no dangling reference', () => {
  expect(danglingReferences(pack)).toEqual([])
})

test.each([
  ['unknown-fraud-type', { ...pack, articles: [anArticle({ fraudType: 'lottery' })] }],
  ['unknown-audience', { ...pack, articles: [anArticle({ audiences: ['pilots'] })] }],
  ['unknown-article', { ...pack, lessons: [aLesson({ articleSlug: 'gone' })] }],
  ['other-fraud-type', { ...pack, lessons: [aLesson({ fraudType: 'loan' })] }],
  ['repeated-id', { ...pack, lessons: [aLesson(), aLesson({ slug: 'b-lesson' })] }],
  [
    'repeated-id',
    { ...pack, taxonomy: aTaxonomy({ topics: [{ id: 'loan', name: '贷', definition: '说明' }] }) },
  ],
  [
    'unknown-fraud-type',
    {
      ...pack,
      taxonomy: aTaxonomy({
        lists: [{ ...merged, types: [{ as: '中奖', ids: ['prize'], evidence: 'inferred' }] }],
      }),
    },
  ],
])('%s is found', (rule, broken) => {
  expect(danglingReferences(broken).map((problem) => problem.rule)).toContain(rule)
})

test('a merged entry of a yearly list stands for both of our classes, and says so', () => {
  const single = {
    ...merged,
    year: 2024,
    types: [{ as: '虚假征信', ids: ['credit'], evidence: 'confirmed' as const }],
  }
  const taxonomy = aTaxonomy({ lists: [merged, single] })
  expect(listingsOf(taxonomy, 'credit').map((l) => [l.year, l.as, l.merged])).toEqual([
    [2024, '虚假征信', false],
    [2025, '贷款、征信', true],
  ])
  expect(listingsOf(taxonomy, 'brushing')).toEqual([])
})

test('an article may be about an uncounted topic', () => {
  expect(subjectIds(aTaxonomy()).has('general')).toBe(true)
})

test('reading time is six characters a second, rounded up, at least ten seconds', () => {
  const text = (count: number) => [{ kind: 'text' as const, text: '字'.repeat(count) }]
  expect(readingSeconds(text(600))).toBe(100)
  expect(readingSeconds(text(601))).toBe(101)
  expect(readingSeconds(text(5))).toBe(10)
  expect(readingSeconds([{ kind: 'text', text: '字 \n字'.repeat(300) }])).toBe(100)
})

test('a day must exist; an as-of date may be less precise', () => {
  expect(['2024-02-29', '2023-02-29', '2024-6-1', '2024-06'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(['2024', '2024-06', '2024-13', '去年', ''].map(isPartialDate)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
