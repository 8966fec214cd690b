import { aWorld, type World } from '../../fixtures/a-world'

let world: World

beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world?.close())

const list = async (input: object) =>
  (await world.ok(null, 'content.list', { limit: 50, ...input })).items

test('the feed is newest first, and whole in pages', async () => {
  const items = await list({})
  expect(items.length).toBeGreaterThanOrEqual(20)
  const days = items.map(({ publishedOn }) => publishedOn)
  expect(days).toEqual([...days].sort().reverse())
  for (const day of days) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

test('each filter offered has as many articles as it says, all of its kind', async () => {
  const { fraudTypes, audiences } = await world.ok(null, 'content.filters', {})
  expect(fraudTypes.length).toBeGreaterThan(5)
  expect(audiences.length).toBeGreaterThan(3)
  for (const { id, articles } of fraudTypes) {
    const items = await list({ fraudType: id })
    expect(items).toHaveLength(articles)
    for (const { fraudType } of items) expect(fraudType.id).toBe(id)
  }
  for (const { id, articles } of audiences) {
    const items = await list({ audience: id })
    expect(items).toHaveLength(articles)
    for (const { audiences } of items) expect(audiences.map((one) => one.id)).toContain(id)
  }
})

test('filters narrow each other; one that fits nothing is an empty list', async () => {
  const all = await list({})
  const cases = await list({ type: '案例' })
  expect(cases.length).toBeGreaterThan(0)
  expect(cases.length).toBeLessThan(all.length)
  const [first] = cases
  const both = await list({ type: '案例', fraudType: first?.fraudType.id })
  expect(both.map(({ slug }) => slug)).toContain(first?.slug)
  expect(both.length).toBeLessThanOrEqual(cases.length)
  expect(await list({ fraudType: 'no-such-type' })).toEqual([])
  expect(await list({ audience: "' or true --" })).toEqual([])
})

test('every article opens with blocks, a spoken text and dated sources', async () => {
  for (const { slug, title } of await list({})) {
    const article = await world.ok(null, 'content.read', { slug })
    expect(article).toMatchObject({ slug, title })
    expect(article.blocks.length).toBeGreaterThan(0)
    expect(article.spoken.length).toBeGreaterThan(50)
    expect(article.sources.length).toBeGreaterThan(0)
    expect(JSON.stringify(article)).not.toMatch(/<script|<img|javascript:/i)
    expect(JSON.stringify(article).length).toBeLessThan(100_000)
  }
})

test('a withdrawn article is gone from feed, filters and address', async () => {
  const [article] = await list({})
  const slug = article?.slug ?? ''
  const before = await world.ok(null, 'content.filters', {})
  await world.pool.query("update article set status = 'withdrawn' where slug = $1", [slug])
  expect((await list({})).map((one) => one.slug)).not.toContain(slug)
  expect(await world.call(null, 'content.read', { slug })).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
  })
  expect(await world.ok(null, 'content.filters', {})).not.toEqual(before)
})
