import './browser-stand-ins'
import { act, screen, waitFor } from '@testing-library/react'
import { useSession } from '../../admin/session'
import type { Output } from '../../contract/actions'
import { renderConsole, signedInAs, user } from './render-console'
import { answers, standInServer } from './stand-in-server'

const NO_ROWS = { items: [], nextCursor: null }
const WAIT = { timeout: 10_000 }
jest.setTimeout(30_000)

const OVERVIEW: Output<'overview.read'> = {
  scopeName: '白鹭湖派出所',
  asOf: '2026-11-23T01:00:00Z',
  waitingApplications: 0,
  heldRecruitments: 0,
  promoters: 0,
  volunteers: 0,
  articles: 0,
  fences: 0,
  thisWeek: { scanned: 0, credited: 0, held: 0, refused: 0 },
  lastWeekCredited: 0,
  days: [],
  byFence: [],
}
const overview = () => answers('overview.read', OVERVIEW)

beforeEach(() => act(() => useSession.getState().end()))

test('an empty week says so instead of drawing an empty chart', async () => {
  signedInAs('station_chief')
  standInServer({ 'overview.read': overview })
  renderConsole('/')
  expect(await screen.findByTestId('nothing-waits', undefined, WAIT)).toHaveTextContent('没有待办')
  expect(screen.getByText(/近 14 天还没有人扫码学完/)).toBeVisible()
  expect(screen.getByText('贺所长，早上好')).toBeVisible()
})

test('what waits stands first and leads to where it is decided', async () => {
  signedInAs('station_chief')
  const busy = { ...OVERVIEW, waitingApplications: 3, heldRecruitments: 2 }
  standInServer({ 'overview.read': () => answers('overview.read', busy) })
  renderConsole('/')
  const applications = await screen.findByTestId('waiting-applications', undefined, WAIT)
  expect(applications).toHaveAttribute('href', '/promoters')
  expect(screen.getByTestId('waiting-held')).toHaveAttribute('href', '/recruitments?state=held')
})

const LISTS = [
  ['/promoters', 'table-applications', 'promoters.applications'],
  ['/codes', 'table-codes', 'codes.list'],
  ['/members', 'table-members', 'members.list'],
  ['/recruitments', 'table-recruitments', 'recruitment.list'],
  ['/audit', 'table-audit', 'audit.list'],
] as const

const STATES = [
  ['loading', () => 'never' as const],
  ['error', () => ({ refusal: 'INTERNAL' as const })],
  ['empty', () => ({ data: NO_ROWS })],
] as const

describe.each(LISTS)('%s', (path, testId, action) => {
  test.each(STATES)('shows its %s state', async (state, reply) => {
    signedInAs('super_admin')
    standInServer({
      'overview.read': overview,
      'orgs.list': () => answers('orgs.list', NO_ROWS),
      [action]: reply,
    })
    renderConsole(path)
    const table = await screen.findByTestId(testId, undefined, WAIT)
    await waitFor(() => expect(table).toHaveAttribute('data-state', state))
    if (state === 'error') {
      expect(screen.getByTestId('error-panel')).toHaveTextContent('问题编号：req-1')
    }
  })
})

test('a failed list is read again at a press, and then says that it is empty', async () => {
  signedInAs('auditor')
  const server = standInServer({
    'overview.read': overview,
    'audit.list': () => ({ refusal: 'INTERNAL' }),
  })
  renderConsole('/audit')
  const table = await screen.findByTestId('table-audit', undefined, WAIT)
  await waitFor(() => expect(table).toHaveAttribute('data-state', 'error'))
  server.replies['audit.list'] = () => answers('audit.list', NO_ROWS)
  await user.click(screen.getByTestId('retry'))
  await waitFor(() => expect(table).toHaveAttribute('data-state', 'empty'))
  expect(screen.getByText('还没有写操作')).toBeVisible()
})

test('an address outside the role is told so and asks the server nothing', async () => {
  signedInAs('editor')
  const server = standInServer({ 'overview.read': overview })
  renderConsole('/audit')
  expect(await screen.findByText('您的角色不看这一页')).toBeVisible()
  expect(server.asked.map(({ action }) => action)).not.toContain('audit.list')
})

test('a session that ran out leads to the sign-in page and back', async () => {
  signedInAs('station_chief')
  standInServer({
    'codes.list': () => ({ refusal: 'SESSION_EXPIRED' }),
    'overview.read': () => ({ refusal: 'SESSION_EXPIRED' }),
  })
  const router = renderConsole('/codes?state=active')
  expect(await screen.findByText('登录已过期，请重新登录。', undefined, WAIT)).toBeVisible()
  expect(router.state.location.search).toBe(`?back=${encodeURIComponent('/codes?state=active')}`)
})
