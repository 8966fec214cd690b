import { aPromoter, aTestCounty, WEST } from '../../fixtures/a-county'
import { rightAnswersTo, untilQuiz } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let scene: string

beforeAll(async () => {
  world = await aWorld()
  const county = await aTestCounty(world)
  scene = (await aPromoter(world, county, 'promoter-1')).scene
})
afterAll(() => world?.close())

async function atQuiz(openid: string) {
  const recruitmentId = await untilQuiz(world, openid, { scene, at: WEST })
  const { questions } = await world.ok(openid, 'recruitment.finishLesson', { recruitmentId })
  return { recruitmentId, questions, right: await rightAnswersTo(world, recruitmentId) }
}
const answer = (openid: string, recruitmentId: string, answers: object[]) =>
  world.call(openid, 'recruitment.answer', { recruitmentId, answers } as never)

test('three questions are asked, without anything that gives the answer away', async () => {
  const { questions } = await atQuiz('asked-1')
  expect(questions).toHaveLength(3)
  for (const question of questions)
    expect(Object.keys(question).sort()).toEqual(['id', 'options', 'stem'])
})

test('two right of three pass; each answer is explained either way', async () => {
  const { recruitmentId, right } = await atQuiz('passes-1')
  const answers = right.map((one, at) => (at === 0 ? { ...one, optionId: 'none' } : one))
  const { data } = await answer('passes-1', recruitmentId, answers)
  expect(data).toMatchObject({ passed: true, right: 2, of: 3, recruitment: { state: 'credited' } })
  expect(data.results.filter(({ correct }) => correct)).toHaveLength(2)
  for (const { explanation, rightId } of data.results) {
    expect(explanation).not.toBe('')
    expect(rightId).not.toBe('')
  }
})

test('one right of three does not pass: nobody is bound, and the next attempt asks others', async () => {
  const { recruitmentId, questions, right } = await atQuiz('fails-1')
  const answers = right.map((one, at) => (at === 0 ? one : { ...one, optionId: 'none' }))
  const { data } = await answer('fails-1', recruitmentId, answers)
  expect(data).toMatchObject({ passed: false, right: 1, recruitment: { state: 'learned' } })
  expect((await world.ok('fails-1', 'members.me', {})).volunteer).toBeNull()
  const next = await world.ok('fails-1', 'recruitment.questions', { recruitmentId })
  expect(next.questions).toHaveLength(3)
  const before = new Set(questions.map(({ id }) => id))
  expect(next.questions.filter(({ id }) => !before.has(id)).length).toBeGreaterThanOrEqual(2)
  const again = await rightAnswersTo(world, recruitmentId)
  expect((await answer('fails-1', recruitmentId, again)).data).toMatchObject({ passed: true })
})

test('who fails again and again is asked something new each time', async () => {
  for (let person = 0; person < 10; person++) {
    const openid = `stubborn-${person}`
    let { recruitmentId, questions, right } = await atQuiz(openid)
    for (let attempt = 0; attempt < 3; attempt++) {
      const wrong = right.map((one) => ({ ...one, optionId: 'none' }))
      await answer(openid, recruitmentId, wrong)
      const next = await world.ok(openid, 'recruitment.questions', { recruitmentId })
      const before = new Set(questions.map(({ id }) => id))
      expect(next.questions.filter(({ id }) => !before.has(id)).length).toBeGreaterThanOrEqual(2)
      questions = next.questions
      right = await rightAnswersTo(world, recruitmentId)
    }
  }
})

test('reading the lesson again before answering does not shuffle the questions', async () => {
  const { recruitmentId, questions, right } = await atQuiz('rereads-1')
  await answer(
    'rereads-1',
    recruitmentId,
    right.map((one) => ({ ...one, optionId: 'none' })),
  )
  const asked = await world.ok('rereads-1', 'recruitment.questions', { recruitmentId })
  const reread = await world.ok('rereads-1', 'recruitment.finishLesson', { recruitmentId })
  expect(reread).toEqual(asked)
  expect(reread.questions).not.toEqual(questions)
})

test('answers that are not one to each question asked are no attempt', async () => {
  const { recruitmentId, right } = await atQuiz('cheats-1')
  const stranger = await atQuiz('cheats-2')
  const [first, second] = right
  const foreign = stranger.right.find(({ questionId }) =>
    right.every((one) => one.questionId !== questionId),
  ) ?? { questionId: 'no-such-question', optionId: 'a' }
  const attempts = [
    right.slice(0, 2),
    [first, second, foreign],
    [first, second, second],
    [...right, foreign],
    [...right, { ...first, optionId: 'b' }],
  ]
  for (const answers of attempts)
    expect(await answer('cheats-1', recruitmentId, answers as object[])).toMatchObject({
      status: 422,
      code: 'QUESTION_NOT_ASKED',
    })
  const { rows } = await world.pool.query('select attempts, state from recruitment where id = $1', [
    recruitmentId,
  ])
  expect(rows).toEqual([{ attempts: 0, state: 'learned' }])
  expect((await answer('cheats-1', recruitmentId, right)).data).toMatchObject({ passed: true })
})

test('the lesson is drawn for the group the person belongs to', async () => {
  const { rows } = await world.pool.query<{ audience: string }>(
    'select distinct unnest(audiences) as audience from lesson where active order by 1',
  )
  expect(rows.length).toBeGreaterThan(3)
  for (const { audience } of rows) {
    const openid = `group-${audience}`
    const { id: recruitmentId } = await world.ok(openid, 'recruitment.scan', { scene })
    await world.ok(openid, 'recruitment.consent', {
      recruitmentId,
      rulesRead: true,
      location: false,
      publicName: false,
      ageBand: '18to59',
      audience,
    })
    const drawn = await world.pool.query<{ audiences: string[] }>(
      `select audiences from lesson join recruitment r on r.lesson_slug = lesson.slug where r.id = $1`,
      [recruitmentId],
    )
    expect(drawn.rows[0]?.audiences).toContain(audience)
    const lesson = await world.ok(openid, 'recruitment.lesson', { recruitmentId })
    expect(lesson.blocks.length).toBeGreaterThan(0)
    expect(lesson.source.asOf).not.toBe('')
  }
})
