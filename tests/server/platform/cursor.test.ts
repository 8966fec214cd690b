import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { ActionName } from '../../../contract/actions'
import { cursorFrom, cursorParts, pageOf } from '../../../server/platform/cursor'
import { aPromoter, aTestCounty, type TestCounty, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

const INSTANT = '2026-11-22 04:40:03.123456+00'

describe('a cursor', () => {
  test('comes back as the parts it was made of', () => {
    const id = randomUUID()
    expect(cursorParts(cursorFrom([INSTANT, id]), ['instant', 'uuid'])).toEqual([INSTANT, id])
    expect(cursorParts(cursorFrom([42]), ['integer'])).toEqual(['42'])
    expect(cursorParts(cursorFrom(['2024-02-29', 'a-slug']), ['day', 'text'])).toEqual([
      '2024-02-29',
      'a-slug',
    ])
  })

  test('is not needed for the first page', () => {
    expect(cursorParts(undefined, ['integer'])).toBeNull()
  })

  test.each<[string, Parameters<typeof cursorParts>[1]]>([
    ['', ['integer']],
    ['!!!', ['integer']],
    ['bnVsbA', ['integer']],
    ['e30', ['integer']],
    [cursorFrom([]), ['integer']],
    [cursorFrom([1, 2]), ['integer']],
    [cursorFrom(['1; drop table member']), ['integer']],
    [cursorFrom([-1]), ['integer']],
    [cursorFrom(['9'.repeat(30)]), ['integer']],
    [cursorFrom(['x', 'not-a-uuid']), ['text', 'uuid']],
    [cursorFrom(['a\u0000b', randomUUID()]), ['text', 'uuid']],
    [cursorFrom(['2026-02-30', 'a']), ['day', 'text']],
    [cursorFrom(['infinity', 'a']), ['day', 'text']],
    [cursorFrom(['2026-02-30 00:00:00+00', randomUUID()]), ['instant', 'uuid']],
    [cursorFrom(['yesterday', randomUUID()]), ['instant', 'uuid']],
    [cursorFrom([`${INSTANT} `, randomUUID()]), ['instant', 'uuid']],
    [Buffer.from('[null]').toString('base64url'), ['text']],
    [Buffer.from('[{}]').toString('base64url'), ['text']],
  ])('%p is refused', (cursor, kinds) => {
    expect(() => cursorParts(cursor, kinds)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })

  test('a page ends where the next begins, and the last one has none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 50 }),
        (all, limit) => {
          const rows = Array.from({ length: Math.min(all, limit + 1) }, (_, n) => ({ n }))
          const page = pageOf(rows, limit, ({ n }) => [n], String)
          expect(page.items).toHaveLength(Math.min(all, limit))
          expect(page.nextCursor === null).toBe(all <= limit)
        },
      ),
    )
  })
})

describe('every list', () => {
  let world: World
  let county: TestCounty

  beforeAll(async () => {
    world = await aWorld()
    county = await aTestCounty(world)
    const scenes = []
    for (let at = 0; at < 7; at++)
      scenes.push((await aPromoter(world, county, `promoter-${at}`)).scene)
    for (let at = 0; at < 7; at++)
      await visit(world, `volunteer-${at}`, { scene: scenes[0] ?? '', at: WEST })
    await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        world.ok(`applicant-${at}`, 'promoters.apply', {
          orgId: county.westId,
          fenceId: null,
          staffName: '测试员',
        }),
      ),
    )
    // Equal instants: only the id after them keeps such rows apart.
    await world.pool.query("update recruitment set scanned_at = date_trunc('hour', scanned_at)")
    await world.pool.query("update member set created_at = date_trunc('hour', created_at)")
    await world.pool.query(
      "update promoter_application set applied_at = date_trunc('hour', applied_at)",
    )
    await world.pool.query("update code set created_at = date_trunc('hour', created_at)")
  })
  afterAll(() => world?.close())

  interface Page {
    readonly items: readonly object[]
    readonly nextCursor: string | null
  }
  const pages = async (openid: string, action: ActionName, input: object, limit?: number) => {
    const seen: string[] = []
    for (let cursor: string | undefined, more = true; more; ) {
      const asked = { ...input, ...(limit && { limit }), cursor }
      const page = (await world.ok(openid, action, asked as never)) as unknown as Page
      if (limit) expect(page.items.length).toBeLessThanOrEqual(limit)
      seen.push(...page.items.map((item) => JSON.stringify(item)))
      cursor = page.nextCursor ?? undefined
      more = cursor !== undefined
    }
    return seen
  }

  test.each<[ActionName, string, object, number]>([
    ['members.list', 'boss', {}, 24],
    ['recruitment.list', 'boss', {}, 7],
    ['codes.list', 'boss', {}, 7],
    ['promoters.applications', 'boss', {}, 5],
    ['promoters.applications', 'boss', { status: 'approved' }, 7],
    ['fences.list', 'boss', {}, 2],
    ['orgs.list', 'boss', {}, 3],
    ['audit.list', 'boss', {}, 7],
    ['ledger.mine', 'promoter-0', {}, 7],
    ['content.list', 'boss', {}, 20],
    ['content.list', 'boss', { type: '案例' }, 5],
  ])(
    '%s as %s with %j shows each row once, whatever the page',
    async (action, openid, input, least) => {
      const whole = await pages(openid, action, input, 50)
      expect(whole.length).toBeGreaterThanOrEqual(least)
      expect(new Set(whole).size).toBe(whole.length)
      for (const limit of [1, 2, 3])
        expect(await pages(openid, action, input, limit)).toEqual(whole)
    },
  )

  test('a cursor of one list is refused by another', async () => {
    const { nextCursor } = await world.ok('boss', 'members.list', { limit: 1 })
    for (const action of ['audit.list', 'ledger.mine'] as const)
      expect(await world.call('boss', action, { cursor: nextCursor ?? '' })).toMatchObject({
        status: 400,
        code: 'BAD_INPUT',
        details: { path: 'cursor' },
      })
  })
})
