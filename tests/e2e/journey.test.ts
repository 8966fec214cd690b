import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { Client } from 'pg'
import type { Browser, Page } from 'playwright-core'
import type { Output } from '../../contract/actions'
import {
  type EmbeddedDatabase,
  openEmbeddedDatabase,
} from '../../server/platform/embedded-database'
import { openBrowser } from './browser'
import { aPhone, type Phone, type Position, readQr, see, tap } from './phone'
import { placesOf } from './places'
import { freePort, post, type Started, startProduct, untilReady } from './running'

const MINUTES = 60_000
jest.setTimeout(3 * MINUTES)

let folder: string
let started: Started
let browser: Browser
let cluster: EmbeddedDatabase
let database: Client
let inside: Position
let outside: Position
/** What the promoter's phone shows, as a camera reads it. */
let address = ''
const phones: Phone[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fangpian-journey-'))
  // Closed to others, the database of a root would be kept elsewhere and stay behind.
  chmodSync(folder, 0o755)
  started = startProduct({ dataDir: folder, port: await freePort() })
  await untilReady(started)
  browser = await openBrowser()
  const places = await placesOf(started.origin, '白鹭湖街道')
  inside = places.inside
  outside = places.outside
  cluster = await openEmbeddedDatabase({ dataDir: folder })
  database = new Client(cluster.connectionString)
  await database.connect()
}, 5 * MINUTES)

afterAll(async () => {
  await browser?.close()
  await database?.end()
  await cluster?.release()
  started?.child.kill('SIGINT')
  await started?.ended
  rmSync(folder, { recursive: true, force: true })
}, MINUTES)

test('a community worker applies for a code on the phone', async () => {
  const { page } = await phone()
  await page.goto(`${started.origin}/#/pages/start/start`)
  await tap(page, 'persona-demo-applicant')
  await page.getByTestId('my-card').waitFor()
  await tap(page, 'open-apply')
  await chooseOrg(page, '白鹭湖派出所')
  await page.getByTestId('apply-fence').filter({ hasText: '白鹭湖街道' }).click()
  await page.getByTestId('apply-name').locator('input').fill('何试用')
  await tap(page, 'apply-submit')
  await see(page, 'apply-waiting')
})

test("the station's chief approves in the console", async () => {
  const page = await consoleOf('demo-chief', 'promoters')
  const row = page.getByTestId('table-applications').getByRole('row', { name: /何试用/ })
  await row.locator('[data-testid^="approve-"]').click()
  await page.getByTestId('approve-confirm').click()
  await see(page, 'code-given')
  await page.context().close()
})

test('the promoter shows the code, and a camera can read it', async () => {
  const { page } = await phone()
  await become(page, 'demo-applicant')
  await page.goto(`${started.origin}/#/pages/promoter/show`)
  await see(page, 'show')
  address = await readQr(page)
  expect(address).toMatch(new RegExp(`^${started.origin}/c/[\\w-]{8,32}$`))
})

test('a resident inside the fence learns, passes and becomes a volunteer; both boards show it', async () => {
  const { page } = await phone(inside)
  await scanAsNewcomer(page)
  await agree(page, { location: true })
  await see(page, 'lesson')
  await learnAndPass(page)
  await see(page, 'outcome-credited')
  await page.goto(`${started.origin}/#/pages/boards/boards`)
  await tap(page, 'role-promoter')
  await tap(page, 'period-day')
  await page.getByTestId('board-row').filter({ hasText: '白鹭湖派出所' }).first().waitFor()
  await tap(page, 'role-volunteer')
  await page.getByTestId('my-rank').first().waitFor()
  expect(await scoreOf('demo-applicant')).toBe(1)
})

test('the same from three kilometres outside is learned and welcomed, not credited, with the reason', async () => {
  const { page } = await phone(outside)
  await scanAsNewcomer(page)
  await agree(page, { location: true })
  await learnAndPass(page)
  await see(page, 'outcome-refused')
  expect(await page.getByTestId('reasons').first().textContent()).toContain('范围')
  expect(await scoreOf('demo-applicant')).toBe(1)
})

test('who refuses location chooses the village by hand and still joins', async () => {
  const { page } = await phone()
  await scanAsNewcomer(page)
  await agree(page, { location: true })
  await see(page, 'place-refusal')
  await page.getByTestId('village-search').locator('input').fill('湖东')
  await page.getByTestId('village').filter({ hasText: '湖东社区' }).click()
  await learnAndPass(page)
  await see(page, 'outcome-credited')
  expect(await scoreOf('demo-applicant')).toBe(2)
})

test('without any place the credit is held, until the chief has read its history and decides', async () => {
  const { page } = await phone()
  await scanAsNewcomer(page)
  await agree(page, { location: false })
  await tap(page, 'place-skip')
  await learnAndPass(page)
  await see(page, 'outcome-held')
  const desk = await consoleOf('demo-chief', 'recruitments?state=held')
  await desk.locator('[data-testid^="history-"]').first().click()
  await tap(desk, 'hold-credit')
  await desk.getByTestId('hold-reason').fill('当天在摊位见过本人')
  await tap(desk, 'hold-confirm')
  await desk.getByText('理由：当天在摊位见过本人').first().waitFor()
  await desk.context().close()
  expect(await scoreOf('demo-applicant')).toBe(3)
})

test('a revoked code opens a clear page and recruits nobody', async () => {
  const page = await consoleOf('demo-super', 'codes')
  const button = page.locator('[data-testid^="revoke-"]').first()
  await button.click()
  await page.getByTestId('revoke-reason').fill('人员调离')
  await page.getByTestId('revoke-confirm').click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.context().close()
  const resident = await phone(inside)
  await resident.page.goto(address)
  await see(resident.page, 'code-red')
})

test('no page threw an error or broke the content policy', () => {
  expect(phones.flatMap(({ errors }) => errors)).toEqual([])
})

async function phone(position?: Position): Promise<Phone> {
  for (const { context } of phones) await context.close().catch(() => undefined)
  const made = await aPhone(browser, position)
  phones.push(made)
  return made
}

async function become(page: Page, openid: string): Promise<void> {
  await page.goto(`${started.origin}/#/pages/start/start`)
  await tap(page, `persona-${openid}`)
  await page.getByTestId(`persona-${openid}`).waitFor({ state: 'hidden' })
}

async function consoleOf(openid: string, where: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${started.origin}/console/?persona=${openid}`)
  await see(page, 'overview')
  await page.goto(`${started.origin}/console/${where}`)
  return page
}

async function chooseOrg(page: Page, name: string): Promise<void> {
  await page.getByTestId('apply-org').filter({ hasText: name }).first().click()
}

async function scanAsNewcomer(page: Page): Promise<void> {
  await page.goto(address)
  await see(page, 'who')
  await tap(page, 'scan-start')
}

async function agree(page: Page, how: { location: boolean }): Promise<void> {
  await see(page, 'consent-agree')
  if (how.location) await tap(page, 'consent-location')
  await tap(page, 'age-18to59')
  await tap(page, 'consent-agree')
}

async function learnAndPass(page: Page): Promise<void> {
  await tap(page, 'lesson-done')
  for (let asked = 0; asked < 3; asked++) {
    const stem = page.getByTestId('question').getByRole('heading')
    const text = ((await stem.textContent()) ?? '').trim()
    const { rows } = await database.query('select right_id from question where stem = $1', [text])
    await tap(page, `option-${rows[0].right_id}`)
    if (asked < 2) await page.getByText(text, { exact: true }).waitFor({ state: 'hidden' })
  }
  await tap(page, 'quiz-next')
}

/** How many the promoter of an openid has taught, from the ledger's own board. */
async function scoreOf(openid: string): Promise<number> {
  const { data } = await post<{ token: string }>(started.origin, 'session.local', { openid })
  const board = { role: 'promoter', measure: 'recruits', period: 'day' }
  const mine = await post<Output<'boards.mine'>>(started.origin, 'boards.mine', board, data.token)
  return mine.data.mine?.score ?? 0
}
