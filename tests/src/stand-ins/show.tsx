import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { queryClient } from '../../../src/api/query-client'
import { useSession } from '../../../src/api/session-store'
import { useNetwork } from '../../../src/device/network'
import { useSettings } from '../../../src/theme/settings'
import { resetApi, standInForNetwork } from './api'
import { platform, resetPlatform } from './taro'

process.env.TARO_ENV = 'h5'

/** A phone fresh from the box, with the given query of the page; the API answers nothing yet. */
export function freshPhone(params: Record<string, string> = {}): void {
  resetPlatform()
  resetApi()
  standInForNetwork()
  queryClient.clear()
  useSession.setState({ session: null, expired: false })
  useSettings.setState({ elder: false, theme: 'light', textStep: 0 })
  useNetwork.setState({ online: true })
  platform.params = params
}

export function signIn(): void {
  useSession.getState().start({
    token: 'a-token',
    expiresAt: '2030-01-01T00:00:00Z',
    member: { id: '00000000-0000-4000-8000-000000000001', displayName: '街坊0001', roles: [] },
  })
}

export function show(Page: ComponentType) {
  return render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  )
}
