import { randomUUID } from 'node:crypto'
import { aPromoter, aTestCounty, staff, type TestCounty } from '../../fixtures/a-county'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  await staff(world, 'chief-west-2', 'station_chief', county.westId)
})
afterAll(() => world?.close())

const apply = async (openid: string, side: 'west' | 'east' = 'west') => {
  const orgId = side === 'west' ? county.westId : county.eastId
  const { applicationId } = await world.ok(openid, 'promoters.apply', {
    orgId,
    fenceId: null,
    staffName: '测试员',
  })
  return applicationId
}
const counts = async (table: string, memberId: string, column = 'member_id') => {
  const { rows } = await world.pool.query<{ n: number }>(
    `select count(*)::int as n from ${table} where ${column} = $1`,
    [memberId],
  )
  return rows[0]?.n
}

test('two chiefs who approve at the same moment make one promoter with one code', async () => {
  for (let round = 0; round < 10; round++) {
    const openid = `wanted-${round}`
    const applicationId = await apply(openid)
    const both = await Promise.all(
      ['chief-west', 'chief-west-2'].map((chief) =>
        world.call(chief, 'promoters.approve', { applicationId }),
      ),
    )
    expect(both.map(({ code }) => code).sort()).toEqual(['ALREADY_DECIDED', null])
    const { id } = await world.ok(openid, 'members.me', {})
    expect(await counts('code', id, 'promoter_id')).toBe(1)
    expect(await counts('promoter', id)).toBe(1)
    expect(await counts('audit_entry', `promoter_application:${applicationId}`, 'target')).toBe(1)
  }
})

test('one who approves and one who refuses at the same moment: the first counts', async () => {
  const applicationId = await apply('torn-1')
  const [approved, refused] = await Promise.all([
    world.call('chief-west', 'promoters.approve', { applicationId }),
    world.call('chief-west-2', 'promoters.refuse', { applicationId, reason: '材料不全' }),
  ])
  expect([approved.code, refused.code].filter((code) => code === 'ALREADY_DECIDED')).toHaveLength(1)
  const { promoter } = await world.ok('torn-1', 'members.me', {})
  expect(promoter?.state).toBe(approved.code === null ? 'approved' : 'refused')
})

test('many chiefs who decide many applications at once lock nobody out', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => apply(`many-${at}`)))
  const decided = await Promise.all(
    ids.flatMap((applicationId) =>
      ['chief-west', 'chief-west-2', 'boss'].map((chief) =>
        world.call(chief, 'promoters.approve', { applicationId }),
      ),
    ),
  )
  expect(decided.filter(({ code }) => code === null)).toHaveLength(12)
  expect(decided.filter(({ code }) => code === 'ALREADY_DECIDED')).toHaveLength(24)
})

test('nobody decides about the own application, not even the head of the centre', async () => {
  for (const openid of ['chief-west', 'boss']) {
    const applicationId = await apply(openid)
    const own = { status: 403, code: 'OWN_APPLICATION' }
    expect(await world.call(openid, 'promoters.approve', { applicationId })).toMatchObject(own)
    expect(
      await world.call(openid, 'promoters.refuse', { applicationId, reason: '自己' }),
    ).toMatchObject(own)
  }
})

test('a refusal reaches the applicant with its reason, who may then ask again', async () => {
  const applicationId = await apply('again-1')
  await world.ok('chief-west', 'promoters.refuse', { applicationId, reason: '请补充单位证明' })
  expect((await world.ok('again-1', 'members.me', {})).promoter).toMatchObject({
    state: 'refused',
    reason: '请补充单位证明',
  })
  const second = await apply('again-1')
  await world.ok('chief-west', 'promoters.approve', { applicationId: second })
  const me = await world.ok('again-1', 'members.me', {})
  expect(me).toMatchObject({ promoter: { state: 'approved', reason: null } })
  expect(me.displayName).toMatch(/^宣传员\d{4}$/)
})

test('one waits at a time, and a promoter need not ask again', async () => {
  await apply('eager-1')
  const more = { orgId: county.eastId, fenceId: null, staffName: '测试员' }
  expect(await world.call('eager-1', 'promoters.apply', more)).toMatchObject({
    code: 'ALREADY_APPLIED',
  })
  await aPromoter(world, county, 'seated-1')
  expect(await world.call('seated-1', 'promoters.apply', more)).toMatchObject({
    code: 'ALREADY_PROMOTER',
  })
})

test('an org must exist, be open, and own the fence that is asked for', async () => {
  const ask = (changed: object) =>
    world.call('asker-1', 'promoters.apply', {
      orgId: county.westId,
      fenceId: null,
      staffName: '测试员',
      ...changed,
    })
  expect(await ask({ orgId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await ask({ fenceId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await ask({ fenceId: county.eastFenceId })).toMatchObject({ code: 'NOT_FOUND' })
  await world.pool.query('update org set open = false where id = $1', [county.eastId])
  expect(await ask({ orgId: county.eastId })).toMatchObject({ code: 'ORG_CLOSED' })
  await world.pool.query('update org set open = true where id = $1', [county.eastId])
})

test('the staff name is stored sealed and shown to those who decide only', async () => {
  await world.ok('sealed-1', 'promoters.apply', {
    orgId: county.westId,
    fenceId: null,
    staffName: '封存姓名',
  })
  const { rows } = await world.pool.query<{ text: string }>(
    `select string_agg(to_jsonb(a)::text, '') as text from promoter_application a`,
  )
  expect(rows[0]?.text).not.toContain('封存姓名')
  const sealed = await world.pool.query<{ cipher: Buffer }>(
    'select staff_name_cipher as cipher from promoter_application',
  )
  for (const { cipher } of sealed.rows) expect(cipher.includes(Buffer.from('封存'))).toBe(false)
  const { items } = await world.ok('chief-west', 'promoters.applications', { limit: 50 })
  expect(items.map(({ staffName }) => staffName)).toContain('封存姓名')
  expect(JSON.stringify(await world.ok('sealed-1', 'members.me', {}))).not.toContain('封存姓名')
})

test('a name consented to before the approval is shown once somebody has approved it', async () => {
  await world.call('early-consent', 'members.setConsent', { kind: 'public_name', given: true })
  await aPromoter(world, county, 'early-consent')
  const me = await world.ok('early-consent', 'members.me', {})
  expect(me.displayName).toBe('测试员')
})
