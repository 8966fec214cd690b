import { onlineManager } from '@tanstack/react-query'
import { Button, Result } from 'antd'
import { useEffect } from 'react'

/** Shown when a page fails to load or draw, most often because a newer version was just put up. */
export function PageBroken() {
  const offline = !onlineManager.isOnline()
  useEffect(() => {
    if (!offline) return
    return onlineManager.subscribe((online) => {
      if (online) window.location.reload()
    })
  }, [offline])
  if (offline) {
    return (
      <Result
        status="warning"
        title="网络断开了，这一页还没有下载"
        subTitle="网络恢复后会自动打开，您不用做什么。"
      />
    )
  }
  return (
    <Result
      status="warning"
      title="这一页没有打开"
      subTitle="可能是网络中断，或管理台刚刚更新过。刷新一下通常就好了。"
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      }
    />
  )
}
