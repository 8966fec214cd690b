import { randomUUID } from 'node:crypto'
import { aTestCounty, type TestCounty } from '../../fixtures/a-county'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
})
afterAll(() => world?.close())

const application = (staffName = '测试员') => ({
  orgId: county.westId,
  fenceId: county.westFenceId,
  staffName,
})
const applicationsOf = async (openid: string) => {
  const { rows } = await world.pool.query<{ n: number }>(
    `select count(*)::int as n from promoter_application a join member m on m.id = a.member_id
     where m.openid_hmac = $1`,
    [world.deps.secrets.index('openid', openid)],
  )
  return rows[0]?.n
}

test('the same request two hundred times at once has one effect and two hundred equal answers', async () => {
  const requestId = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      world.call('impatient', 'promoters.apply', application(), requestId),
    ),
  )
  for (const one of answers) expect(one).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 200, data: { status: 'waiting' } })
  expect(await applicationsOf('impatient')).toBe(1)
}, 30_000)

test('the same request later gives the same answer, whatever has happened since', async () => {
  const requestId = randomUUID()
  const first = await world.call('returning', 'promoters.apply', application(), requestId)
  await world.ok('boss', 'promoters.approve', { applicationId: first.data.applicationId })
  const again = await world.call('returning', 'promoters.apply', application(), requestId)
  expect(again).toEqual(first)
  expect(await world.call('returning', 'promoters.apply', application())).toMatchObject({
    code: 'ALREADY_PROMOTER',
  })
})

test('a refusal is remembered as well', async () => {
  const requestId = randomUUID()
  const unknown = { ...application(), orgId: randomUUID() }
  const first = await world.call('mistaken', 'promoters.apply', unknown, requestId)
  expect(first).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(await world.call('mistaken', 'promoters.apply', unknown, requestId)).toEqual(first)
})

test('the same id with another body, or for another action, is refused', async () => {
  const requestId = randomUUID()
  await world.call('changing', 'promoters.apply', application('甲'), requestId)
  const reused = { status: 409, code: 'REQUEST_ID_REUSED' }
  expect(
    await world.call('changing', 'promoters.apply', application('乙'), requestId),
  ).toMatchObject(reused)
  const consent = { kind: 'location', given: true } as const
  expect(await world.call('changing', 'members.setConsent', consent, requestId)).toMatchObject(
    reused,
  )
  expect(await applicationsOf('changing')).toBe(1)
})

test('the order of the fields and what is filled in by default do not make another body', async () => {
  const requestId = randomUUID()
  const first = await world.call('tidy', 'promoters.apply', application(), requestId)
  const { orgId, fenceId, staffName } = application()
  const turned = { note: '', staffName: ` ${staffName} `, fenceId, orgId }
  expect(await world.call('tidy', 'promoters.apply', turned, requestId)).toEqual(first)
})

test('two people may happen to use the same id', async () => {
  const requestId = randomUUID()
  const [one, two] = await Promise.all([
    world.call('twin-1', 'promoters.apply', application(), requestId),
    world.call('twin-2', 'promoters.apply', application(), requestId),
  ])
  expect([one.code, two.code]).toEqual([null, null])
  expect(one.data.applicationId).not.toBe(two.data.applicationId)
})

test('an id in capitals is the same id', async () => {
  const requestId = randomUUID()
  const first = await world.call('loud', 'promoters.apply', application(), requestId)
  const again = await world.call('loud', 'promoters.apply', application(), requestId.toUpperCase())
  expect(again).toEqual(first)
})
