import { randomUUID } from 'node:crypto'
import { upsertOrg } from '../../../server/orgs/store'
import { aPromoter, aTestCounty, EAST, staff, type TestCounty, WEST } from '../../fixtures/a-county'
import { untilQuiz, visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty
let west: Awaited<ReturnType<typeof aPromoter>>
let east: Awaited<ReturnType<typeof aPromoter>>
let waiting: string
let eastRecruitment: string
let eastVolunteer: string

const apply = async (openid: string, orgId: string) =>
  (await world.ok(openid, 'promoters.apply', { orgId, fenceId: null, staffName: '测试员' }))
    .applicationId

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  west = await aPromoter(world, county, 'promoter-west')
  east = await aPromoter(world, county, 'promoter-east', 'east')
  await visit(world, 'volunteer-west', { scene: west.scene, at: WEST })
  eastRecruitment = (await visit(world, 'volunteer-east', { scene: east.scene, at: EAST })).id
  eastVolunteer = (await world.ok('volunteer-east', 'members.me', {})).id
  waiting = await apply('applicant-east', county.eastId)
})
afterAll(() => world?.close())

describe('the chief of the west', () => {
  const ids = async (action: 'codes.list' | 'recruitment.list' | 'members.list' | 'fences.list') =>
    (await world.ok('chief-west', action, { limit: 50 })).items.map(({ id }) => id)

  test('sees the own codes, recruitments, people and fences, and none of the east', async () => {
    expect(await ids('codes.list')).toEqual([west.codeId])
    expect(await ids('recruitment.list')).toHaveLength(1)
    expect(await ids('recruitment.list')).not.toContain(eastRecruitment)
    expect(await ids('fences.list')).toEqual([county.westFenceId])
    const people = await ids('members.list')
    expect(people).toContain(west.memberId)
    expect(people).not.toContain(east.memberId)
    expect(people).not.toContain(eastVolunteer)
    expect((await world.ok('chief-west', 'fences.shapes', {})).items.map(({ id }) => id)).toEqual([
      county.westFenceId,
    ])
  })

  test('sees no application of the east, and cannot decide one', async () => {
    for (const status of ['waiting', 'approved', 'refused'] as const)
      for (const { org } of (await world.ok('chief-west', 'promoters.applications', { status }))
        .items)
        expect(org.id).toBe(county.westId)
    const none = { status: 404, code: 'NOT_FOUND', details: undefined }
    expect(
      await world.call('chief-west', 'promoters.approve', { applicationId: waiting }),
    ).toMatchObject(none)
    expect(
      await world.call('chief-west', 'promoters.refuse', {
        applicationId: waiting,
        reason: '越权',
      }),
    ).toMatchObject(none)
    const { items } = await world.ok('chief-east', 'promoters.applications', {})
    expect(items.map(({ id, status }) => [id, status])).toEqual([[waiting, 'waiting']])
  })

  test('cannot revoke a code of the east', async () => {
    const input = { codeId: east.codeId, reason: '越权' }
    expect(await world.call('chief-west', 'codes.revoke', input)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await world.ok(null, 'codes.verify', { scene: east.scene })).toMatchObject({
      state: 'active',
    })
  })

  test('cannot open a recruitment or the ledger of somebody of the east', async () => {
    const none = { status: 404, code: 'NOT_FOUND' }
    expect(
      await world.call('chief-west', 'recruitment.history', { recruitmentId: eastRecruitment }),
    ).toMatchObject(none)
    for (const memberId of [eastVolunteer, east.memberId])
      expect(await world.call('chief-west', 'ledger.ofMember', { memberId })).toMatchObject(none)
    await world.ok('chief-east', 'recruitment.history', { recruitmentId: eastRecruitment })
    expect(
      (await world.ok('chief-east', 'ledger.ofMember', { memberId: east.memberId })).items,
    ).toHaveLength(1)
  })

  test('cannot look into the east by naming its org', async () => {
    const input = { orgId: county.eastId }
    expect(await world.call('chief-west', 'members.list', input)).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    })
  })

  test('reads the numbers of the own org only', async () => {
    const overview = await world.ok('chief-west', 'overview.read', {})
    expect(overview).toMatchObject({
      scopeName: '西镇派出所',
      waitingApplications: 0,
      promoters: 1,
      volunteers: 1,
      fences: 1,
      thisWeek: { scanned: 1, credited: 1, held: 0, refused: 0 },
      byFence: [{ name: '西镇', credited: 1 }],
    })
    expect(await world.ok('boss', 'overview.read', {})).toMatchObject({
      scopeName: '全县',
      waitingApplications: 1,
      promoters: 2,
      volunteers: 2,
      fences: 2,
      thisWeek: { scanned: 2, credited: 2 },
    })
  })

  test('reads the audit of the own org only', async () => {
    const own = (await world.ok('chief-west', 'audit.list', {})).items
    const all = (await world.ok('auditor', 'audit.list', {})).items
    expect(own.length).toBeLessThan(all.length)
    const { rows } = await world.pool.query<{ seq: string }>(
      'select seq from audit_entry where org_id = $1 order by seq desc',
      [county.westId],
    )
    expect(own.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => Number(seq)))
  })

  test('also answers for the squads below the own station', async () => {
    const squadId = await world.db.transaction().execute((tx) =>
      upsertOrg(tx, {
        id: randomUUID(),
        parentId: county.westId,
        kind: 'squad',
        code: 'squad-west-1',
        name: '西镇一分队',
        areaId: null,
      }),
    )
    const applicationId = await apply('applicant-squad', squadId)
    expect(await world.call('chief-east', 'promoters.approve', { applicationId })).toMatchObject({
      code: 'NOT_FOUND',
    })
    await world.ok('chief-west', 'promoters.approve', { applicationId })
    await staff(world, 'chief-squad', 'station_chief', squadId)
    expect((await world.ok('chief-squad', 'codes.list', {})).items).toHaveLength(1)
  })
})

test('an open recruitment is seen by its chief, who cannot see where the person stood', async () => {
  const recruitmentId = await untilQuiz(world, 'walking-1', {
    scene: west.scene,
    at: { lng: 121.054_321, lat: 30.054_321 },
  })
  const history = await world.ok('chief-west', 'recruitment.history', { recruitmentId })
  expect(history).toMatchObject({ state: 'consented', verdict: 'inside', cell: '121.05,30.05' })
  expect(JSON.stringify(history)).not.toMatch(/121\.0543|30\.0543|walking-1/)
})

test('no answer of the console holds an openid, a token or a sealed name', async () => {
  const seen = await Promise.all([
    world.ok('boss', 'members.list', { limit: 50 }),
    world.ok('boss', 'recruitment.list', { limit: 50 }),
    world.ok('boss', 'codes.list', { limit: 50 }),
    world.ok('boss', 'audit.list', { limit: 50 }),
    world.ok('boss', 'overview.read', {}),
    world.ok('boss', 'recruitment.history', { recruitmentId: eastRecruitment }),
  ])
  expect(JSON.stringify(seen)).not.toMatch(
    /volunteer-(east|west)|promoter-(east|west)|openid|测试员/,
  )
})
