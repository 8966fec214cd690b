import { fireEvent, screen, waitFor } from '@testing-library/react'
import ScanPage from '../../src/pages/scan/scan'
import { answer, requests } from './stand-ins/api'
import { aRecruitment, LESSON, QUESTIONS } from './stand-ins/recruitments'
import { freshPhone, show, signIn } from './stand-ins/show'
import { platform } from './stand-ins/taro'

const SCENE = 'BoxDYUHeLBg4UMBk'
jest.setTimeout(20_000)
beforeEach(() => {
  freshPhone({ scene: SCENE })
  Object.defineProperty(navigator, 'geolocation', { value: undefined, configurable: true })
})

function phoneAnswersPlace(code: number | null): void {
  const geolocation = {
    getCurrentPosition: (found: PositionCallback, failed: PositionErrorCallback) => {
      const fix = { coords: { latitude: 33, longitude: 109, accuracy: 30 } }
      if (code === null) found(fix as GeolocationPosition)
      else failed({ code } as GeolocationPositionError)
    },
  }
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true })
}

async function tap(testId: string): Promise<void> {
  fireEvent.click(await screen.findByTestId(testId))
}

async function consent(withLocation: boolean): Promise<void> {
  await tap('who-next')
  if (withLocation) await tap('consent-location')
  await tap('age-60plus')
  await tap('consent-agree')
}

test('both consents are off until the resident ticks them', async () => {
  signIn()
  answer('recruitment.scan', aRecruitment())
  answer('recruitment.consent', aRecruitment({ state: 'consented' }))
  answer('areas.children', { items: [] })
  show(ScanPage)
  await consent(false)
  await screen.findByTestId('place-skip')
  const sent = requests.find(({ action }) => action === 'recruitment.consent')
  expect(sent?.body).toMatchObject({ location: false, publicName: false, rulesRead: true })
})

test('a refused location leads to the list of villages, never to a wall', async () => {
  signIn()
  phoneAnswersPlace(1)
  answer('recruitment.scan', aRecruitment())
  answer('recruitment.consent', aRecruitment({ state: 'consented' }))
  answer('areas.children', {
    items: [
      {
        id: '00000000-0000-4000-8000-0000000000bb',
        level: 'village',
        name: '东街社区',
        path: '东街社区',
        hasChildren: false,
      },
    ],
  })
  answer(
    'recruitment.declare',
    aRecruitment({
      state: 'consented',
      place: { verdict: 'declared', rule: 'DECLARED_IN_FENCE', area: null },
    }),
  )
  answer('recruitment.lesson', LESSON)
  show(ScanPage)
  await consent(true)
  expect(await screen.findByTestId('place-refusal')).toHaveTextContent('手机没有允许定位')
  await tap('village')
  expect(await screen.findByTestId('lesson')).toBeInTheDocument()
  expect(requests.some(({ action }) => action === 'recruitment.locate')).toBe(false)
})

test('outside the fence the lesson goes on, and the words say what it means', async () => {
  signIn()
  phoneAnswersPlace(null)
  answer('recruitment.scan', aRecruitment())
  answer('recruitment.consent', aRecruitment({ state: 'consented' }))
  answer(
    'recruitment.locate',
    aRecruitment({ state: 'consented', place: { verdict: 'outside', rule: 'FAR', area: null } }),
  )
  answer('recruitment.lesson', LESSON)
  show(ScanPage)
  await consent(true)
  expect(await screen.findByTestId('verdict-outside')).toHaveTextContent('不影响学习')
  const sent = requests.find(({ action }) => action === 'recruitment.locate')
  expect(sent?.body.place).toEqual({ lng: 109, lat: 33, accuracyMeters: 30, crs: 'wgs84' })
})

test('a child reads on without leaving anything behind', async () => {
  signIn()
  answer('recruitment.scan', aRecruitment())
  show(ScanPage)
  await tap('who-next')
  await tap('age-under14')
  await tap('consent-agree')
  expect(await screen.findByTestId('read-only')).toBeInTheDocument()
  expect(requests.some(({ action }) => action === 'recruitment.consent')).toBe(false)
})

test('the quiz is explained, and a refused credit says why in plain words', async () => {
  signIn()
  answer('recruitment.scan', aRecruitment({ state: 'learned' }))
  answer('recruitment.questions', QUESTIONS)
  answer('recruitment.answer', ({ answers }) => ({
    passed: true,
    right: 3,
    of: 3,
    results: (answers as { questionId: string; optionId: string }[]).map((one) => ({
      questionId: one.questionId,
      chosenId: one.optionId,
      rightId: 'b',
      correct: true,
      explanation: '拿不准先问。',
    })),
    recruitment: aRecruitment({ state: 'refused', reasons: ['OUTSIDE_FENCE'] }),
  }))
  show(ScanPage)
  for (let question = 0; question < 3; question += 1) await tap('option-b')
  await tap('quiz-next')
  expect(await screen.findByTestId('outcome-refused')).toHaveTextContent('欢迎成为反诈志愿者')
  expect(screen.getByTestId('reasons')).toHaveTextContent('不在这位宣传员负责的范围内')
})

test('a revoked code opens a red page with what to do', async () => {
  signIn()
  answer('recruitment.scan', { refuse: 'CODE_REVOKED' })
  show(ScanPage)
  expect(await screen.findByTestId('code-red')).toHaveTextContent('已经停用')
  fireEvent.click(screen.getByText('拨 96110 核实'))
  expect(platform.dialled).toEqual(['96110'])
})

test('an expired code is grey, a forged one red and asks the server nothing', async () => {
  signIn()
  answer('recruitment.scan', { refuse: 'CODE_EXPIRED' })
  const first = show(ScanPage)
  expect(await screen.findByTestId('code-grey')).toBeInTheDocument()
  first.unmount()
  platform.params = { scene: '!' }
  const before = requests.length
  show(ScanPage)
  expect(await screen.findByTestId('code-red')).toHaveTextContent('查不到这个二维码')
  expect(requests).toHaveLength(before)
})

test('without a code the page goes on where the member stopped', async () => {
  signIn()
  platform.params = {}
  answer('recruitment.mine', { recruitment: aRecruitment({ state: 'learned' }) })
  answer('recruitment.questions', QUESTIONS)
  show(ScanPage)
  await waitFor(() => expect(screen.getByTestId('step')).toHaveTextContent('第 5 步'))
})
