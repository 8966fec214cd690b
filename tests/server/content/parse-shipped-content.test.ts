import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ARTICLE_TYPES } from '../../../domain/content/article'
import type { ContentPack } from '../../../domain/content/content-pack'
import { lintArticle } from '../../../domain/content/lint-article'
import { lintLesson } from '../../../domain/content/lint-lesson'
import { giveawayShare, quizBias } from '../../../domain/content/quiz-bias'
import { listingsOf } from '../../../domain/content/taxonomy'
import { readContentFolder } from '../../../server/content/read-content-folder'

const FOLDER = path.join(__dirname, '../../../content')
let pack: ContentPack
beforeAll(async () => {
  pack = await readContentFolder(FOLDER)
})

const questions = () => pack.lessons.flatMap((lesson) => lesson.questions)

test('every shipped article is fit to be published', () => {
  expect(pack.articles.flatMap(lintArticle)).toEqual([])
  expect(pack.articles.length).toBeGreaterThanOrEqual(24)
})

test('every shipped lesson is fit to be asked', () => {
  expect(pack.lessons.flatMap(lintLesson)).toEqual([])
  expect(questions().length).toBeGreaterThanOrEqual(50)
})

test('each fraud type has a trick explained and a lesson, each kind of article has some', () => {
  const types = pack.taxonomy.fraudTypes.map((type) => type.id)
  expect(types).toHaveLength(13)
  for (const id of types) {
    expect(pack.articles.some((a) => a.fraudType === id && a.type === '手法')).toBe(true)
    expect(pack.lessons.some((lesson) => lesson.fraudType === id)).toBe(true)
  }
  expect(new Set(pack.articles.map((article) => article.type))).toEqual(new Set(ARTICLE_TYPES))
})

test('each audience finds at least three articles', () => {
  for (const { id } of pack.taxonomy.audiences) {
    const found = pack.articles.filter((article) => article.audiences.includes(id))
    expect([id, found.length >= 3]).toEqual([id, true])
  }
})

test('no two articles share a title, and reading twice gives the same hashes', async () => {
  expect(new Set(pack.articles.map((a) => a.title)).size).toBe(pack.articles.length)
  const again = await readContentFolder(FOLDER)
  expect(again.articles.map((a) => a.hash)).toEqual(pack.articles.map((a) => a.hash))
  expect(new Set(pack.articles.map((a) => a.hash)).size).toBe(pack.articles.length)
})

test('the longest option is right about as often as chance, and so is the shortest', () => {
  const { longestRightShare, shortestRightShare } = quizBias(questions())
  for (const share of [longestRightShare, shortestRightShare]) {
    expect(share).toBeGreaterThanOrEqual(0.2)
    expect(share).toBeLessThanOrEqual(0.35)
  }
})

test('right letters are spread evenly', () => {
  for (const { right, expected } of quizBias(questions()).letters) {
    expect(Math.abs(right - expected)).toBeLessThanOrEqual(expected * 0.2)
  }
})

test.each(['96110', '110', '报警', '核实', '官方', '自己', '挂', '问', '骗', '银行', '不'])(
  'the word %s does not give the answer away',
  (word) => {
    expect(giveawayShare(questions(), word, 4) ?? 0).toBeLessThanOrEqual(0.6)
  },
)

test('the 2025 list merges loans and credit; unseen entries say how they are known', () => {
  expect(listingsOf(pack.taxonomy, 'loan').map((l) => [l.year, l.merged])).toEqual([
    [2022, false],
    [2023, false],
    [2024, false],
    [2025, true],
  ])
  expect(listingsOf(pack.taxonomy, 'other')).toMatchObject([
    { year: 2025, as: '机票退改签', evidence: 'single-source' },
  ])
})

describe('a folder with faults', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'content-'))
    await mkdir(path.join(folder, 'articles'))
    await mkdir(path.join(folder, 'lessons'))
    await writeFile(path.join(folder, 'taxonomy.yaml'), 'version: today\n')
    await writeFile(path.join(folder, 'articles/bad.md'), 'no front matter\n')
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('the faults of all files are told at once, by names relative to the folder', async () => {
    const reading = readContentFolder(folder)
    await expect(reading).rejects.toThrow('taxonomy.yaml:1: version: expected YYYY-MM-DD')
    await expect(reading).rejects.toThrow('articles/bad.md:1: expected front matter')
  })
})
