import './browser-stand-ins'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { consoleQueries, Providers } from '../../admin/providers'
import { ROUTES } from '../../admin/routes'
import { type Session, useSession } from '../../admin/session'
import type { Role } from '../../contract/roles'

export function signedInAs(...roles: Role[]): Session {
  const session: Session = {
    token: 'a-token',
    expiresAt: '2099-01-01T00:00:00Z',
    member: { id: '00000000-0000-4000-8000-000000000001', displayName: '贺所长', roles },
  }
  useSession.getState().begin(session)
  return session
}

/** A quick hand: walking up every element's style for each press takes jsdom seconds. */
export const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })

/** The whole console at an address, with its own query client. */
export function renderConsole(path: string) {
  const router = createMemoryRouter(ROUTES, { initialEntries: [path] })
  render(
    <Providers queries={consoleQueries()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return router
}
