import { Button, Result } from 'antd'
import { Link } from 'react-router'

export function PageMissing() {
  return (
    <Result
      status="404"
      title="没有这一页"
      subTitle="地址可能写错了，或页面已经换了地方。"
      extra={
        <Link to="/">
          <Button type="primary">回到总览</Button>
        </Link>
      }
    />
  )
}
