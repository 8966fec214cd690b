import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect } from 'react'
import { isTransportFailure } from './api/api-error'
import { themeOf, useMode } from './theme'

/** A client whose reads are retried once when the network failed, and never when they were refused. */
export function consoleQueries(): QueryClient {
  onlineManager.setOnline(navigator.onLine)
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Offline reads must fail and say so: paused ones would show "loading" for ever.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (failures, error) => failures < 1 && isTransportFailure(error),
        retryDelay: 800,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

interface Props {
  readonly queries: QueryClient
  readonly children: ReactNode
}

export function Providers({ queries, children }: Props) {
  const mode = useMode((store) => store.mode)
  useEffect(() => {
    document.documentElement.dataset.mode = mode
  }, [mode])
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider locale={zhCN} theme={themeOf(mode)} button={{ autoInsertSpace: false }}>
        <App className="app">{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
