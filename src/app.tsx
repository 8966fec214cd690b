import { QueryClientProvider } from '@tanstack/react-query'
import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { queryClient } from './api/query-client'
import { identityFromCloud } from './api/transport'
import { watchNetwork } from './device/network'
import { watchSystemTheme } from './device/system-theme'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (identityFromCloud) Taro.cloud.init({ env: process.env.FANGPIAN_CLOUDBASE_ENV })
    watchNetwork()
    watchSystemTheme()
  })
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
