import './browser-stand-ins'
import { act, screen, waitFor } from '@testing-library/react'
import { useSession } from '../../admin/session'
import type { Output } from '../../contract/actions'
import { renderConsole, signedInAs, user } from './render-console'
import { answers, standInServer } from './stand-in-server'

const WAIT = { timeout: 10_000 }
jest.setTimeout(40_000)

const ID = '00000000-0000-4000-8000-00000000000a'
const CODE_ID = '00000000-0000-4000-8000-00000000000c'
const ORG = {
  id: '00000000-0000-4000-8000-00000000000b',
  kind: 'station',
  name: '白鹭湖派出所',
} as const
type Application = Output<'promoters.approve'>['application']

const APPLICATION: Application = {
  id: ID,
  memberId: '00000000-0000-4000-8000-00000000000d',
  displayName: '街坊7744',
  staffName: '苏念青',
  org: ORG,
  fence: null,
  note: '每周三在食堂值守',
  status: 'waiting',
  appliedAt: '2026-11-21T04:30:00Z',
  decidedAt: null,
  decidedBy: null,
  reason: null,
}
const CODE: Output<'codes.list'>['items'][number] = {
  id: CODE_ID,
  scene: 'abcdefgh12345678',
  path: '/c/abcdefgh12345678',
  kind: 'live',
  state: 'active',
  org: ORG,
  fence: null,
  promoterName: '苏念青',
  validFrom: '2026-11-22T04:30:00Z',
  validTo: null,
  revokedReason: null,
}
const waiting = () => answers('promoters.applications', { items: [APPLICATION], nextCursor: null })
const codes = () => answers('codes.list', { items: [CODE], nextCursor: null })
const writesOf = (asked: ReturnType<typeof standInServer>['asked'], name: string) =>
  asked.filter(({ action }) => action === name).map(({ body }) => body)

const write = async (box: HTMLElement, text: string) => {
  await user.click(box)
  await user.paste(text)
}

beforeEach(() => {
  act(() => useSession.getState().end())
  signedInAs('station_chief')
})

test('an approval is confirmed first and then shows the code it made', async () => {
  const server = standInServer({
    'promoters.applications': waiting,
    'promoters.approve': () =>
      answers('promoters.approve', {
        application: { ...APPLICATION, status: 'approved' },
        codeId: CODE_ID,
      }),
    'codes.list': codes,
  })
  renderConsole('/promoters')
  await user.click(await screen.findByTestId(`approve-${ID}`, undefined, WAIT))
  expect(writesOf(server.asked, 'promoters.approve')).toEqual([])
  await user.click(await screen.findByTestId('approve-confirm'))
  expect(await screen.findByText('abcdefgh12345678', undefined, WAIT)).toBeInTheDocument()
  expect(writesOf(server.asked, 'promoters.approve')).toEqual([
    { applicationId: ID, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ])
})

test('a refusal needs a reason, which goes to the server', async () => {
  const server = standInServer({
    'promoters.applications': waiting,
    'promoters.refuse': () =>
      answers('promoters.refuse', { application: { ...APPLICATION, status: 'refused' } }),
  })
  renderConsole('/promoters')
  await user.click(await screen.findByTestId(`refuse-${ID}`, undefined, WAIT))
  await user.click(await screen.findByTestId('refuse-confirm'))
  expect(await screen.findByText('请写明原因。')).toBeVisible()
  expect(writesOf(server.asked, 'promoters.refuse')).toEqual([])
  await write(screen.getByTestId('refuse-reason'), '请改选所在单位')
  await user.click(screen.getByTestId('refuse-confirm'))
  await waitFor(() =>
    expect(writesOf(server.asked, 'promoters.refuse')).toEqual([
      expect.objectContaining({ applicationId: ID, reason: '请改选所在单位' }),
    ]),
  )
})

test('somebody else was faster: the words say so and the list is read again', async () => {
  const server = standInServer({
    'promoters.applications': waiting,
    'promoters.approve': () => ({ refusal: 'ALREADY_DECIDED' }),
  })
  renderConsole('/promoters')
  await user.click(await screen.findByTestId(`approve-${ID}`, undefined, WAIT))
  const before = writesOf(server.asked, 'promoters.applications').length
  await user.click(await screen.findByTestId('approve-confirm'))
  expect(await screen.findByTestId('dialog-error')).toHaveTextContent('已经有人处理过了')
  await waitFor(() =>
    expect(writesOf(server.asked, 'promoters.applications').length).toBeGreaterThan(before),
  )
})

test('pressing again after a lost answer repeats the same request', async () => {
  const server = standInServer({
    'codes.list': codes,
    'codes.revoke': () => 'no network',
  })
  renderConsole('/codes')
  await user.click(await screen.findByTestId(`revoke-${CODE_ID}`, undefined, WAIT))
  await write(await screen.findByTestId('revoke-reason'), '人员调离')
  await user.click(screen.getByTestId('revoke-confirm'))
  const failed = await screen.findByTestId('dialog-error', undefined, WAIT)
  expect(failed).toHaveTextContent('网络没有连上')
  server.replies['codes.revoke'] = () =>
    answers('codes.revoke', { code: { ...CODE, state: 'revoked', revokedReason: '人员调离' } })
  await user.click(screen.getByTestId('revoke-confirm'))
  await waitFor(() => expect(writesOf(server.asked, 'codes.revoke')).toHaveLength(4))
  const ids = writesOf(server.asked, 'codes.revoke').map(({ requestId }) => requestId)
  expect(new Set(ids).size).toBe(1)
})

test('an auditor sees codes but no way to revoke them', async () => {
  signedInAs('auditor')
  standInServer({ 'codes.list': codes })
  renderConsole('/codes')
  expect(await screen.findByTestId(`show-${CODE_ID}`, undefined, WAIT)).toBeVisible()
  expect(screen.queryByTestId(`revoke-${CODE_ID}`)).toBeNull()
})
