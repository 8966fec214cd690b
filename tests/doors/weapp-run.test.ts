import { existsSync } from 'node:fs'
import path from 'node:path'
import { buildMini, outputOf } from '../../scripts/build-mini'
import { WeappHost } from '../fixtures/weapp-host'

jest.setTimeout(20_000)
const PACKAGE = outputOf('weapp')
const ARTICLE = {
  slug: 'brushing-orders',
  type: '手法',
  title: '点个赞就给钱？',
  summary: '先给甜头，再让您垫钱。',
  fraudType: { id: 'brushing', name: '刷单返利' },
  audiences: [],
  publishedOn: '2026-11-10',
  readingSeconds: 95,
}
const RECRUITMENT = {
  id: '00000000-0000-4000-8000-0000000000aa',
  state: 'scanned',
  who: { unit: '白鹭湖派出所', promoterName: '王警官', verified: true, hotline: '96110' },
  fence: null,
  place: null,
  reasons: [],
  expiresAt: '2030-01-01T00:00:00Z',
  alreadyVolunteer: false,
  points: 0,
}
const SESSION = {
  token: 'a-token',
  expiresAt: '2030-01-01T00:00:00Z',
  member: { id: '00000000-0000-4000-8000-000000000001', displayName: '街坊0001', roles: [] },
}

const ANSWERS: Record<string, unknown> = {
  'content.list': { items: [ARTICLE], nextCursor: null },
  'session.personas': {
    items: [{ openid: 'demo-one', name: '小赵', title: '街坊', story: '第一次来', face: 'mini' }],
  },
  'session.local': SESSION,
  'recruitment.scan': RECRUITMENT,
  'codes.verify': {
    state: 'active',
    kind: 'live',
    unit: '白鹭湖派出所',
    promoterName: '王警官',
    validTo: null,
    hotline: '96110',
  },
}

const running: WeappHost[] = []
afterEach(() => {
  for (const one of running.splice(0)) one.stop()
})

function host(): WeappHost {
  const started = new WeappHost(PACKAGE, (action) =>
    action in ANSWERS
      ? { ok: true, data: ANSWERS[action] }
      : { ok: false, error: { code: 'UNKNOWN_ACTION', message: action } },
  )
  running.push(started)
  started.launch()
  return started
}

beforeAll(async () => {
  if (!existsSync(path.join(PACKAGE, 'app.json'))) await buildMini('weapp')
}, 300_000)

test('in WeChat the feed is drawn from the server, and a card opens its article', async () => {
  const wechat = host()
  const page = wechat.open('pages/home/feed')
  await page.waitFor('点个赞就给钱？')
  page.tap('手法：点个赞就给钱？')
  expect(wechat.opened).toEqual(['/pages/article/article?slug=brushing-orders'])
})

test('in WeChat the calm card asks its three questions without asking the server', async () => {
  const wechat = host()
  const page = wechat.open('pages/home/calm')
  await page.waitFor('是谁让您转账的？')
  page.tap('领导、亲戚、朋友发消息来的')
  await page.waitFor('对方有没有让您做这些？')
  page.tap('都没有')
  await page.waitFor('他催您了吗？')
  page.tap('没有催我')
  await page.waitFor('先别转！')
  expect(wechat.asked).toEqual([])
})

test('in WeChat a code shows who stands there, and goes on to the rules after one tap', async () => {
  const wechat = host()
  const page = wechat.open('pages/scan/scan', { scene: 'BoxDYUHeLBg4UMBk' })
  await page.waitFor('白鹭湖派出所')
  page.tap('我是新来的街坊，开始学')
  await page.waitFor('先把话说清楚')
  const scan = wechat.asked.find(({ action }) => action === 'recruitment.scan')
  expect(scan?.body).toMatchObject({ scene: 'BoxDYUHeLBg4UMBk' })
  expect(scan?.body.requestId).toMatch(/^[0-9a-f-]{36}$/)
})

test.each(['desk', 'show', 'apply'])('in WeChat the promoter’s page %s starts', async (name) => {
  const page = host().open(`pages/promoter/${name}`)
  await page.waitFor('还没有登录')
})

test.each(['boards/boards', 'me/me', 'verify/verify', 'start/start', 'volunteer/card'])(
  'in WeChat the page %s starts',
  async (name) => {
    const page = host().open(`pages/${name}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(page.texts().join('').length).toBeGreaterThan(10)
  },
)
