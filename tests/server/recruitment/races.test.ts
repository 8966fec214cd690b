import { rebuildScores } from '../../../server/boards/rebuild'
import { aPromoter, aTestCounty, type TestCounty, WEST } from '../../fixtures/a-county'
import { rightAnswersTo, untilQuiz, visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

const CROWD = 200
const TORN = 50

let world: World
let county: TestCounty

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
})
afterAll(() => world?.close())
afterEach(async () => {
  const report = await world.db.transaction().execute((tx) => rebuildScores(tx))
  expect(report.differed).toBe(0)
})

const people = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}-${at}`)

/** Up to the moment before the answers are sent; as many at once as there are connections. */
async function readyToAnswer(openids: readonly string[], scene: string) {
  const waiting = [...openids]
  const ready: { openid: string; recruitmentId: string; answers: Answers }[] = []
  const worker = async () => {
    for (let openid = waiting.pop(); openid; openid = waiting.pop()) {
      const recruitmentId = await untilQuiz(world, openid, { scene, at: WEST })
      await world.ok(openid, 'recruitment.finishLesson', { recruitmentId })
      ready.push({ openid, recruitmentId, answers: await rightAnswersTo(world, recruitmentId) })
    }
  }
  await Promise.all(Array.from({ length: 10 }, worker))
  return ready
}
type Answers = Awaited<ReturnType<typeof rightAnswersTo>>

async function count(sqlText: string, values: unknown[] = []): Promise<number> {
  const { rows } = await world.pool.query<{ n: number }>(
    `select count(*)::int as n from ${sqlText}`,
    values,
  )
  return rows[0]?.n ?? -1
}

const scoreOf = async (promoterOpenid: string) => {
  const { mine } = await world.ok(promoterOpenid, 'boards.mine', {
    role: 'promoter',
    measure: 'recruits',
    period: 'all',
  })
  return mine?.score ?? 0
}

test('two hundred people who pass at the same moment are two hundred volunteers, counted once each', async () => {
  const { scene, memberId } = await aPromoter(world, county, 'busy-promoter')
  const ready = await readyToAnswer(people('crowd', CROWD), scene)
  const answered = await Promise.all(
    ready.map(({ openid, recruitmentId, answers }) =>
      world.call(openid, 'recruitment.answer', { recruitmentId, answers }),
    ),
  )
  expect(answered.map(({ code }) => code).filter(Boolean)).toEqual([])
  expect(new Set(answered.map(({ data }) => data.recruitment.state))).toEqual(new Set(['credited']))
  expect(await count('binding where promoter_id = $1', [memberId])).toBe(CROWD)
  expect(await count("ledger_entry where member_id = $1 and what = 'recruit'", [memberId])).toBe(
    CROWD,
  )
  expect(await scoreOf('busy-promoter')).toBe(CROWD)
  expect((await world.ok('busy-promoter', 'members.me', {})).points.promoter).toBe(CROWD * 10)
  const desk = await world.ok('busy-promoter', 'promoters.desk', {})
  expect(desk).toMatchObject({ credited: CROWD, today: CROWD, thisWeek: CROWD, held: 0 })
}, 60_000)

test('one person’s answers sent twenty times at once are one attempt and one credit', async () => {
  const { scene, memberId } = await aPromoter(world, county, 'tapped-promoter')
  const [one] = await readyToAnswer(['tapper'], scene)
  if (!one) throw new Error('nobody is ready')
  const { recruitmentId, answers } = one
  const answered = await Promise.all(
    Array.from({ length: 20 }, () =>
      world.call('tapper', 'recruitment.answer', { recruitmentId, answers }),
    ),
  )
  expect(answered.filter(({ code }) => code === null)).toHaveLength(1)
  expect(answered.filter(({ code }) => code === 'WRONG_STEP')).toHaveLength(19)
  expect(await count('ledger_entry where member_id = $1', [memberId])).toBe(1)
})

test('fifty people, each scanned by two promoters at the same moment, have one path and one promoter each', async () => {
  const west = await aPromoter(world, county, 'left-promoter')
  const east = await aPromoter(world, county, 'right-promoter')
  const torn = people('torn', TORN)
  const scans = await Promise.all(
    torn.flatMap((openid) =>
      [west, east].map(({ scene }) => world.call(openid, 'recruitment.scan', { scene })),
    ),
  )
  expect(scans.map(({ code }) => code).filter(Boolean)).toEqual([])
  expect(
    await count(
      `(select member_id from recruitment where state = 'scanned' and code_id = any($1)
        group by member_id having count(*) > 1) t`,
      [[west.codeId, east.codeId]],
    ),
  ).toBe(0)
  const ends = await Promise.all(torn.map((openid) => endOfBoth(openid, [west.scene, east.scene])))
  expect(ends.filter(({ credited }) => credited !== 1)).toEqual([])
  const promoters = [west.memberId, east.memberId]
  expect(await count('binding where promoter_id = any($1)', [promoters])).toBe(TORN)
  expect(
    await count("ledger_entry where what = 'recruit' and member_id = any($1)", [promoters]),
  ).toBe(TORN)
  expect((await scoreOf('left-promoter')) + (await scoreOf('right-promoter'))).toBe(TORN)
}, 60_000)

/** Two phones race through the whole path with one account; refusals on the way are fine. */
async function endOfBoth(openid: string, scenes: readonly string[]) {
  const ends = await Promise.allSettled(
    scenes.map((scene) => visit(world, openid, { scene, at: WEST })),
  )
  // Whoever lost the race finds the path where the winner left it, and goes it to its end.
  const { recruitment } = await world.ok(openid, 'recruitment.mine', {})
  if (recruitment && ['scanned', 'consented', 'learned'].includes(recruitment.state))
    await finish(openid, recruitment.id, recruitment.state)
  const credited = await count(
    `recruitment r join member m on m.id = r.member_id
     where r.state = 'credited' and m.openid_hmac = $1`,
    [world.deps.secrets.index('openid', openid)],
  )
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))
  expect(reasons.join()).not.toMatch(/INTERNAL|UNAVAILABLE/)
  return { openid, credited }
}

async function finish(openid: string, recruitmentId: string, state: string): Promise<void> {
  if (state === 'scanned')
    await world.ok(openid, 'recruitment.consent', {
      recruitmentId,
      rulesRead: true,
      location: true,
      publicName: false,
      ageBand: '18to59',
    })
  const place = { ...WEST, accuracyMeters: 15, crs: 'gcj02' } as const
  await world.ok(openid, 'recruitment.locate', { recruitmentId, place })
  await world.ok(openid, 'recruitment.finishLesson', { recruitmentId })
  const answers = await rightAnswersTo(world, recruitmentId)
  await world.ok(openid, 'recruitment.answer', { recruitmentId, answers })
}

test('a first-time openid that calls twenty times at once is one member', async () => {
  const seen = await Promise.all(
    Array.from({ length: 20 }, () => world.ok('brand-new', 'members.me', {})),
  )
  expect(new Set(seen.map(({ id }) => id)).size).toBe(1)
})

test('somebody who passes while the code is being revoked is bound or refused, never half', async () => {
  const { scene, codeId, memberId } = await aPromoter(world, county, 'revoked-promoter')
  const ready = await readyToAnswer(people('late', 20), scene)
  const [revoked, ...answered] = await Promise.all([
    world.call('chief-west', 'codes.revoke', { codeId, reason: '二维码外流' }),
    ...ready.map(({ openid, recruitmentId, answers }) =>
      world.call(openid, 'recruitment.answer', { recruitmentId, answers }),
    ),
  ])
  expect(revoked?.code).toBeNull()
  expect(answered.map(({ code }) => code).filter(Boolean)).toEqual([])
  const credited = answered.filter(({ data }) => data.recruitment.state === 'credited').length
  expect(await count('binding where promoter_id = $1', [memberId])).toBe(credited)
  expect(await scoreOf('revoked-promoter')).toBe(credited)
})

test('who is bound by an import at the very moment of passing is not bound or paid again', async () => {
  const { scene, memberId } = await aPromoter(world, county, 'second-promoter')
  const earlier = await aPromoter(world, county, 'earlier-promoter')
  const [one] = await readyToAnswer(['imported'], scene)
  if (!one) throw new Error('nobody is ready')
  const importing = await world.pool.connect()
  await importing.query('begin')
  await importing.query(
    `insert into binding (volunteer_id, promoter_id, org_id, source_kind, source_id, bound_at)
     select id, $2, $3, 'history', 'e1', now() from member where openid_hmac = $1`,
    [world.deps.secrets.index('openid', 'imported'), earlier.memberId, county.westId],
  )
  const { recruitmentId, answers } = one
  const answering = world.call('imported', 'recruitment.answer', { recruitmentId, answers })
  await untilSomebodyWaits()
  await importing.query('commit')
  importing.release()
  expect((await answering).data.recruitment).toMatchObject({
    state: 'refused',
    reasons: ['ALREADY_VOLUNTEER'],
  })
  expect(await count('binding where promoter_id = $1', [memberId])).toBe(0)
  expect(await count('ledger_entry where member_id = $1', [memberId])).toBe(0)
})

/** Until a statement stands in line for a lock that somebody else holds. */
async function untilSomebodyWaits(): Promise<void> {
  while ((await count("pg_locks where not granted and locktype = 'transactionid'")) === 0)
    await new Promise((resolve) => setTimeout(resolve, 5))
}
