import './browser-stand-ins'
import { act, screen, waitFor } from '@testing-library/react'
import { useSession } from '../../admin/session'
import type { Output } from '../../contract/actions'
import type { Role } from '../../contract/roles'
import { renderConsole, signedInAs, user } from './render-console'
import { answers, standInServer } from './stand-in-server'

const WAIT = { timeout: 10_000 }
jest.setTimeout(30_000)

const PEOPLE: Output<'session.personas'> = {
  items: [
    { openid: 'demo-chief', name: '贺所长', title: '所长', story: '周一早上', face: 'console' },
    { openid: 'demo-elder', name: '王阿姨', title: '街坊', story: '读文章', face: 'mini' },
  ],
}
const personas = () => answers('session.personas', PEOPLE)
const signInOf = (role: Role) => () =>
  answers('session.local', {
    token: 't-2',
    expiresAt: '2099-01-01T00:00:00Z',
    member: { id: '00000000-0000-4000-8000-000000000003', displayName: '何人', roles: [role] },
  })

beforeEach(() => act(() => useSession.getState().end()))

test('one tap becomes a demo person of the console, and only of the console', async () => {
  const server = standInServer({
    'session.personas': personas,
    'session.local': signInOf('station_chief'),
  })
  const router = renderConsole('/sign-in?back=%2Fcodes')
  await user.click(await screen.findByTestId('persona-demo-chief', undefined, WAIT))
  expect(screen.queryByText('王阿姨')).toBeNull()
  await waitFor(() => expect(router.state.location.pathname).toBe('/codes'))
  expect(server.asked).toContainEqual(
    expect.objectContaining({ action: 'session.local', body: { openid: 'demo-chief' } }),
  )
})

test('a link with a persona signs in without a tap, from any address', async () => {
  standInServer({ 'session.personas': personas, 'session.local': signInOf('auditor') })
  const router = renderConsole('/?persona=demo-auditor')
  await waitFor(() => expect(useSession.getState().session?.token).toBe('t-2'), WAIT)
  await waitFor(() => expect(router.state.location.pathname).toBe('/'))
  expect(router.state.location.search).toBe('')
})

test('a way back to another site is not followed', async () => {
  signedInAs('auditor')
  standInServer({ 'session.personas': personas })
  const router = renderConsole(`/sign-in?back=${encodeURIComponent('//elsewhere.example/x')}`)
  await waitFor(() => expect(router.state.location.pathname).toBe('/'))
})

test('where local sign-in is closed the page explains, with no dead form', async () => {
  standInServer({ 'session.personas': () => ({ refusal: 'UNKNOWN_ACTION' }) })
  renderConsole('/sign-in')
  expect(await screen.findByTestId('no-sign-in', undefined, WAIT)).toHaveTextContent('还没有开放')
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('a volunteer is told kindly that this is the staff console', async () => {
  standInServer({ 'session.personas': personas, 'session.local': signInOf('volunteer') })
  renderConsole('/sign-in?persona=demo-volunteer')
  expect(await screen.findByTestId('not-console', undefined, WAIT)).toHaveTextContent('小程序')
  await user.click(screen.getByRole('button', { name: '换一个身份' }))
  expect(useSession.getState().session).toBeNull()
  expect(await screen.findByTestId('persona-demo-chief')).toBeVisible()
})

test('when the people cannot be read there is a way to try again', async () => {
  const server = standInServer({ 'session.personas': () => ({ refusal: 'UNAVAILABLE' }) })
  renderConsole('/sign-in')
  const retry = await screen.findByTestId('retry', undefined, WAIT)
  server.replies['session.personas'] = personas
  await user.click(retry)
  expect(await screen.findByTestId('persona-demo-chief')).toBeVisible()
})

test('signing out ends the session at the server and forgets the page', async () => {
  signedInAs('auditor')
  const server = standInServer({
    'session.personas': personas,
    'session.end': () => answers('session.end', { done: true }),
  })
  const router = renderConsole('/codes?state=revoked')
  await user.click(await screen.findByTestId('sign-out', undefined, WAIT))
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  expect(router.state.location.search).toBe('')
  expect(server.asked.map(({ action }) => action)).toContain('session.end')
  expect(sessionStorage).toHaveLength(0)
})
