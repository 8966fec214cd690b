import { Button, Result } from 'antd'

/** Shown when a page fails to load or draw, most often because a newer version was just put up. */
export function PageBroken() {
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
