import { randomUUID } from 'node:crypto'
import type { ActionName } from '../../../contract/actions'
import { expireOpen } from '../../../server/recruitment/expire-open'
import { aPromoter, aTestCounty, type TestCounty, WEST } from '../../fixtures/a-county'
import { rightAnswersTo, untilQuiz, visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty
let scene: string

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  scene = (await aPromoter(world, county, 'promoter-1')).scene
})
afterAll(() => world?.close())

const consent = (changed: object = {}) => ({
  rulesRead: true as const,
  location: true,
  publicName: false,
  ageBand: '18to59' as const,
  ...changed,
})
const place = { ...WEST, accuracyMeters: 15, crs: 'gcj02' } as const

/** Each step, with an input that would do if the state were right. */
const STEPS: Partial<Record<ActionName, () => object>> = {
  'recruitment.consent': consent,
  'recruitment.locate': () => ({ place }),
  'recruitment.declare': () => ({ areaId: county.westVillageId }),
  'recruitment.lesson': () => ({}),
  'recruitment.finishLesson': () => ({}),
  'recruitment.questions': () => ({}),
  'recruitment.answer': () => ({ answers: [{ questionId: 'x', optionId: 'a' }] }),
}
const step = (openid: string, action: ActionName, recruitmentId: string) =>
  world.call(openid, action, { recruitmentId, ...STEPS[action]?.() } as never)

/** In which states each step may be taken; everywhere else it is WRONG_STEP. */
const ALLOWED: Record<string, readonly string[]> = {
  'recruitment.consent': ['scanned'],
  'recruitment.locate': ['consented', 'learned'],
  'recruitment.declare': ['consented', 'learned'],
  'recruitment.lesson': ['consented', 'learned'],
  'recruitment.finishLesson': ['consented', 'learned'],
  'recruitment.questions': ['learned'],
  'recruitment.answer': ['learned'],
}
const STATES = ['scanned', 'consented', 'learned', 'credited', 'held', 'refused']

async function inState(openid: string, state: string): Promise<string> {
  if (state === 'scanned') return (await world.ok(openid, 'recruitment.scan', { scene })).id
  if (state === 'credited') return (await visit(world, openid, { scene, at: WEST })).id
  if (state === 'held') return (await visit(world, openid, { scene })).id
  if (state === 'refused')
    return (await visit(world, openid, { scene, at: WEST, entryScene: 1007 })).id
  const id = await untilQuiz(world, openid, { scene, at: WEST })
  if (state === 'learned') await world.ok(openid, 'recruitment.finishLesson', { recruitmentId: id })
  return id
}

describe.each(STATES)('%s', (state) => {
  test.each(Object.keys(STEPS) as ActionName[])('%s', async (action) => {
    const openid = `${action}-${state}`.replace('.', '-')
    const recruitmentId = await inState(openid, state)
    const { code, details } = await step(openid, action, recruitmentId)
    if (ALLOWED[action]?.includes(state)) expect([null, 'QUESTION_NOT_ASKED']).toContain(code)
    else {
      expect(code).toBe('WRONG_STEP')
      expect(details).toMatchObject({ state })
    }
  })
})

test('every step of somebody else’s recruitment is answered as if there were none', async () => {
  const theirs = await inState('theirs-1', 'learned')
  for (const action of Object.keys(STEPS) as ActionName[])
    for (const recruitmentId of [theirs, randomUUID()])
      expect(await step('curious-1', action, recruitmentId)).toMatchObject({
        status: 404,
        code: 'NOT_FOUND',
        details: undefined,
      })
})

test('after fourteen days every step has run out, and a new scan starts afresh', async () => {
  const recruitmentId = await inState('slow-1', 'learned')
  const { recruitment } = await world.ok('slow-1', 'recruitment.mine', {})
  const days = (Date.parse(recruitment?.expiresAt ?? '') - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(13.99)
  expect(days).toBeLessThanOrEqual(14)
  await age(recruitmentId)
  for (const action of Object.keys(STEPS) as ActionName[])
    expect(await step('slow-1', action, recruitmentId)).toMatchObject({
      status: 409,
      code: 'RECRUITMENT_EXPIRED',
    })
  const again = await world.ok('slow-1', 'recruitment.scan', { scene })
  expect(again).toMatchObject({ state: 'scanned', reasons: [] })
  expect(again.id).not.toBe(recruitmentId)
})

test('the timer closes what ran out, once, and leaves the rest alone', async () => {
  const old = await inState('forgotten-1', 'consented')
  const young = await inState('busy-1', 'consented')
  await age(old)
  const close = () => world.db.transaction().execute((tx) => expireOpen(tx, new Date()))
  expect(await close()).toBe(1)
  expect(await close()).toBe(0)
  const { rows } = await world.pool.query('select id, state from recruitment where id = any($1)', [
    [old, young],
  ])
  expect(new Map(rows.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [old, 'expired'],
      [young, 'consented'],
    ]),
  )
  const { events } = await world.ok('boss', 'recruitment.history', { recruitmentId: old })
  expect(events.map(({ kind }) => kind)).toEqual(['scanned', 'consented', 'located', 'expired'])
})

/** As if it had been scanned fifteen days ago. */
async function age(recruitmentId: string): Promise<void> {
  await world.pool.query(
    `update recruitment set scanned_at = scanned_at - interval '15 days',
      expires_at = expires_at - interval '15 days' where id = $1`,
    [recruitmentId],
  )
}

test('under fourteen may read but not enrol, and nothing about the child is kept', async () => {
  const recruitmentId = await inState('child-1', 'scanned')
  const input = { recruitmentId, ...consent({ ageBand: 'under14' }) }
  expect(await world.call('child-1', 'recruitment.consent', input)).toMatchObject({
    status: 422,
    code: 'UNDER_AGE',
  })
  const { rows } = await world.pool.query(
    `select r.state, r.age_band, (select count(*)::int from consent c where c.member_id = r.member_id) as consents
     from recruitment r where r.id = $1`,
    [recruitmentId],
  )
  expect(rows).toEqual([{ state: 'scanned', age_band: null, consents: 0 }])
  expect((await world.ok(null, 'content.list', {})).items.length).toBeGreaterThan(0)
})

test('without consent to location the phone’s place is refused; a village by hand is not', async () => {
  const { id: recruitmentId } = await world.ok('private-1', 'recruitment.scan', { scene })
  const input = { recruitmentId, ...consent({ location: false }) }
  await world.ok('private-1', 'recruitment.consent', input)
  expect(await step('private-1', 'recruitment.locate', recruitmentId)).toMatchObject({
    status: 403,
    code: 'FORBIDDEN',
  })
  expect(await step('private-1', 'recruitment.declare', recruitmentId)).toMatchObject({
    code: null,
  })
})

test('consent to location withdrawn on the way counts at once', async () => {
  const recruitmentId = await untilQuiz(world, 'withdrawn-1', { scene, at: WEST })
  await world.ok('withdrawn-1', 'members.setConsent', { kind: 'location', given: false })
  expect(await step('withdrawn-1', 'recruitment.locate', recruitmentId)).toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('an area that does not exist cannot be chosen', async () => {
  const recruitmentId = await untilQuiz(world, 'nowhere-1', { scene })
  const input = { recruitmentId, areaId: randomUUID() }
  expect(await world.call('nowhere-1', 'recruitment.declare', input)).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await rightAnswersTo(world, recruitmentId)).toEqual([])
})
