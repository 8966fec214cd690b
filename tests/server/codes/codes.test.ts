import { randomUUID } from 'node:crypto'
import { newScene } from '../../../server/codes/new-scene'
import { aPromoter, aTestCounty, type TestCounty, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
})
afterAll(() => world?.close())

const verify = (scene: string) => world.call(null, 'codes.verify', { scene })

test('a scene is 24 characters that WeChat allows, and never the same twice', () => {
  const made = new Set(Array.from({ length: 1000 }, newScene))
  expect(made.size).toBe(1000)
  for (const scene of made) expect(scene).toMatch(/^[\w-]{24}$/)
})

test('anyone may check who stands behind a code, and learns nothing else', async () => {
  const { scene } = await aPromoter(world, county, 'promoter-1')
  expect((await verify(scene)).data).toEqual({
    state: 'active',
    kind: 'live',
    unit: '西镇派出所',
    promoterName: expect.stringMatching(/^宣传员\d{4}$/),
    validTo: null,
    hotline: '96110',
  })
})

test('a thousand guessed codes hit nothing, and all are answered alike', async () => {
  const answers = await Promise.all(Array.from({ length: 1000 }, () => verify(newScene())))
  for (const one of answers) expect(one).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 404, code: 'CODE_UNKNOWN' })
})

test('a scene is case-sensitive and must be whole', async () => {
  const { scene } = await aPromoter(world, county, 'promoter-2')
  const turned = scene.replace(/[a-z]/i, (c) =>
    c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase(),
  )
  expect(await verify(turned)).toMatchObject({ code: 'CODE_UNKNOWN' })
  expect(await verify(scene.slice(0, -1))).toMatchObject({ code: 'CODE_UNKNOWN' })
  expect(await verify(`${scene}A`)).toMatchObject({ code: 'CODE_UNKNOWN' })
})

describe('revoking', () => {
  test('shows at once to everybody, the owner reads why, and it happens once', async () => {
    const { scene, codeId } = await aPromoter(world, county, 'promoter-3')
    const revoke = (openid = 'chief-west') =>
      world.call(openid, 'codes.revoke', { codeId, reason: '二维码外流' })
    expect((await revoke()).data).toMatchObject({
      code: { id: codeId, state: 'revoked', revokedReason: '二维码外流' },
    })
    expect((await verify(scene)).data).toMatchObject({ state: 'revoked' })
    expect((await world.ok('promoter-3', 'codes.mine', {})).code).toMatchObject({
      state: 'revoked',
      revokedReason: '二维码外流',
    })
    expect(await revoke()).toMatchObject({ status: 409, code: 'CODE_REVOKED' })
  })

  test('by two chiefs at the same moment happens once', async () => {
    const { codeId } = await aPromoter(world, county, 'promoter-4')
    const both = await Promise.all(
      ['chief-west', 'boss'].map((openid) =>
        world.call(openid, 'codes.revoke', { codeId, reason: '离岗' }),
      ),
    )
    expect(both.map(({ code }) => code).sort()).toEqual(['CODE_REVOKED', null])
  })

  test('takes nobody away who was taught before', async () => {
    const { scene, codeId } = await aPromoter(world, county, 'promoter-5')
    await visit(world, 'before-1', { scene, at: WEST })
    await world.ok('chief-west', 'codes.revoke', { codeId, reason: '离岗' })
    expect((await world.ok('before-1', 'members.me', {})).volunteer).toMatchObject({
      credit: 'credited',
    })
    expect((await world.ok('promoter-5', 'promoters.desk', {})).credited).toBe(1)
  })

  test('needs a reason and a code that exists', async () => {
    const { codeId } = await aPromoter(world, county, 'promoter-6')
    expect(await world.call('chief-west', 'codes.revoke', { codeId, reason: '  ' })).toMatchObject({
      code: 'BAD_INPUT',
    })
    expect(
      await world.call('chief-west', 'codes.revoke', { codeId: randomUUID(), reason: '离岗' }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('the list of codes tells good, revoked and expired ones apart', async () => {
  const { codeId } = await aPromoter(world, county, 'promoter-7')
  await world.pool.query("update code set valid_to = now() - interval '1 s' where id = $1", [
    codeId,
  ])
  const states = async (state: 'active' | 'revoked' | 'expired') =>
    (await world.ok('boss', 'codes.list', { state, limit: 50 })).items
  expect((await states('expired')).map(({ id }) => id)).toEqual([codeId])
  for (const state of ['active', 'revoked'] as const) {
    const items = await states(state)
    expect(items.length).toBeGreaterThan(0)
    for (const one of items) expect(one.state).toBe(state)
  }
})

test('a poster credits the org and no person', async () => {
  const scene = newScene()
  await world.pool.query(
    `insert into code (id, scene, kind, org_id, fence_id, valid_from, created_at)
     values ($1, $2, 'poster', $3, $4, now(), now())`,
    [randomUUID(), scene, county.westId, county.westFenceId],
  )
  expect((await verify(scene)).data).toMatchObject({ kind: 'poster', promoterName: null })
  const ended = await visit(world, 'by-poster-1', { scene, at: WEST })
  expect(ended).toMatchObject({ state: 'credited', who: { promoterName: null } })
  const { rows } = await world.pool.query(
    `select e.what, (select count(*)::int from binding where promoter_id is null) as bound
     from ledger_entry e where e.source_id = $1`,
    [ended.id],
  )
  expect(rows).toEqual([{ what: 'learned', bound: 1 }])
})
