import { onlineManager } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useSyncExternalStore } from 'react'

/** Says so while the computer is offline; what was read before stays on the screen. */
export function ConnectionBanner() {
  const online = useSyncExternalStore(
    (notify) => onlineManager.subscribe(notify),
    () => onlineManager.isOnline(),
  )
  if (online) return null
  return (
    <Alert
      banner
      type="warning"
      data-testid="offline-banner"
      title="网络已断开。屏幕上是断网前读到的内容；网络恢复后会自动刷新。"
    />
  )
}
