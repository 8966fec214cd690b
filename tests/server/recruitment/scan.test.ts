import { aPromoter, aTestCounty, EAST, type TestCounty, WEST } from '../../fixtures/a-county'
import { rightAnswersTo, untilQuiz, visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty
let scene: string
let otherScene: string

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  scene = (await aPromoter(world, county, 'promoter-1')).scene
  otherScene = (await aPromoter(world, county, 'promoter-2')).scene
})
afterAll(() => world?.close())

const scan = (openid: string, code = scene, more: object = {}) =>
  world.call(openid, 'recruitment.scan', { scene: code, ...more })
const nowSeconds = () => Math.round(Date.now() / 1000)

describe('a code that does not recruit', () => {
  test('an unknown one', async () => {
    expect(await scan('lost-1', 'A'.repeat(24))).toMatchObject({
      status: 404,
      code: 'CODE_UNKNOWN',
    })
  })

  test('a revoked one tells the unit it belonged to, and anyone may check it', async () => {
    const revoked = await aPromoter(world, county, 'promoter-gone')
    await world.ok('chief-west', 'codes.revoke', { codeId: revoked.codeId, reason: '离岗' })
    expect(await scan('late-1', revoked.scene)).toMatchObject({
      status: 409,
      code: 'CODE_REVOKED',
      details: { unit: '西镇派出所' },
    })
    expect(await world.ok(null, 'codes.verify', { scene: revoked.scene })).toMatchObject({
      state: 'revoked',
    })
  })

  test('one that ran out, from the very moment on', async () => {
    const ended = await aPromoter(world, county, 'promoter-ended')
    await world.pool.query("update code set valid_to = now() + interval '1 hour' where id = $1", [
      ended.codeId,
    ])
    expect(await scan('late-2', ended.scene)).toMatchObject({ code: null })
    await world.pool.query('update code set valid_to = now() where id = $1', [ended.codeId])
    expect(await scan('late-3', ended.scene)).toMatchObject({ status: 409, code: 'CODE_EXPIRED' })
  })

  test('the promoter’s own', async () => {
    expect(await scan('promoter-1')).toMatchObject({ status: 422, code: 'SELF_RECRUIT' })
  })

  test.each(['promoter-2', 'chief-west', 'boss', 'auditor', 'editor'])(
    'none recruits %s, who works for the centre',
    async (openid) => {
      expect(await scan(openid)).toMatchObject({ status: 422, code: 'STAFF_NOT_RECRUITED' })
    },
  )

  test('one revoked between scan and answer: learned, welcomed, not credited', async () => {
    const going = await aPromoter(world, county, 'promoter-going')
    const recruitmentId = await untilQuiz(world, 'between-1', { scene: going.scene, at: WEST })
    await world.ok('between-1', 'recruitment.finishLesson', { recruitmentId })
    await world.ok('chief-west', 'codes.revoke', { codeId: going.codeId, reason: '离岗' })
    const answers = await rightAnswersTo(world, recruitmentId)
    const { passed, recruitment } = await world.ok('between-1', 'recruitment.answer', {
      recruitmentId,
      answers,
    })
    expect(passed).toBe(true)
    expect(recruitment).toMatchObject({
      state: 'refused',
      reasons: ['CODE_REVOKED_MEANWHILE'],
      points: 0,
    })
  })
})

describe('how the mini-program was opened', () => {
  test.each([1011, 1047])('scene %i, the camera, earns credit', async (entryScene) => {
    const ended = await visit(world, `camera-${entryScene}`, { scene, at: WEST, entryScene })
    expect(ended).toMatchObject({ state: 'credited' })
  })

  test.each([
    1012, 1048, 1013, 1049, 1007, 1008, 1036, 1044, 1154, 1155, 1065, 1001, 1005, 0, 99_999,
  ])('scene %i teaches all the same and earns nothing', async (entryScene) => {
    const ended = await visit(world, `other-${entryScene}`, { scene, at: WEST, entryScene })
    expect(ended).toMatchObject({ state: 'refused', reasons: ['ENTRY_NOT_SCANNED'], points: 0 })
    const me = await world.ok(`other-${entryScene}`, 'members.me', {})
    expect(me.roles.map(({ role }) => role)).toEqual(['volunteer'])
  })

  test.each([
    ['now', 0, 'credited'],
    ['100 s ago', -100, 'credited'],
    ['100 s ahead, by a phone with a wrong clock', 100, 'credited'],
    ['an hour ago', -3600, 'refused'],
    ['a day ahead', 86_400, 'refused'],
  ])('a scan made %s is %s', async (name, seconds, state) => {
    const ended = await visit(world, `aged-${name.length}`, {
      scene,
      at: WEST,
      scannedAtSeconds: nowSeconds() + Number(seconds),
    })
    expect(ended).toMatchObject({ state, reasons: state === 'refused' ? ['SCAN_TOO_OLD'] : [] })
  })

  test('a phone whose clock is centuries off is answered', async () => {
    for (const scannedAtSeconds of [0, 99_999_999_999])
      expect(await scan(`clock-${scannedAtSeconds}`, scene, { scannedAtSeconds })).toMatchObject({
        code: null,
      })
  })
})

describe('a second scan', () => {
  test('of the same code resumes where the person stopped', async () => {
    const recruitmentId = await untilQuiz(world, 'resumes-1', { scene })
    const again = await scan('resumes-1')
    expect(again.data).toMatchObject({ id: recruitmentId, state: 'consented' })
    expect((await world.ok('resumes-1', 'recruitment.mine', {})).recruitment).toMatchObject({
      id: recruitmentId,
    })
  })

  test.each([
    ['inside', { at: WEST }],
    ['near', { at: { lng: 121.000_05, lat: 30.05 } }],
    ['declared', { areaId: 'west' }],
  ])('of another code cannot take over one that was placed %s', async (verdict, how) => {
    const areaId = 'areaId' in how ? county.westVillageId : undefined
    const openid = `placed-${verdict}`
    const recruitmentId = await untilQuiz(world, openid, { scene, ...how, areaId })
    const again = await scan(openid, otherScene)
    expect(again.data).toMatchObject({ id: recruitmentId, place: { verdict } })
  })

  test.each([
    ['without a place', {}],
    ['placed outside', { at: EAST }],
    ['with a fix too coarse', { at: WEST, accuracyMeters: 800 }],
  ])('of another code takes over one %s', async (name, how) => {
    const openid = `unplaced-${name.length}`
    const first = await untilQuiz(world, openid, { scene, ...how })
    const again = await scan(openid, otherScene)
    expect(again.data.id).not.toBe(first)
    expect(again.data.state).toBe('scanned')
    const closed = await world.call(openid, 'recruitment.finishLesson', { recruitmentId: first })
    expect(closed).toMatchObject({
      code: 'RECRUITMENT_EXPIRED',
      details: { reasons: ['SUPERSEDED'] },
    })
  })

  test('beside the border is held with a reason, and counts nowhere yet', async () => {
    const ended = await visit(world, 'border-1', { scene, at: { lng: 121.000_05, lat: 30.05 } })
    expect(ended).toMatchObject({
      state: 'held',
      reasons: ['NEAR_FENCE'],
      points: 0,
      place: { verdict: 'near', rule: 'NEAR_CIRCLE_TOUCHES' },
    })
    expect((await world.ok('border-1', 'ledger.mine', {})).items).toEqual([])
  })
})
