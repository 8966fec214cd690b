import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type GuardedAction, mayAsk } from '../permissions'
import { useRoles } from '../session'

interface Props {
  readonly action: GuardedAction
  readonly children: ReactNode
}

/** A page typed into the address bar that this role's menu does not have. */
export function ForRoles({ action, children }: Props) {
  const roles = useRoles()
  if (mayAsk(action, roles)) return children
  return (
    <Result
      status="info"
      title="您的角色不看这一页"
      subTitle="如果工作需要，请联系中心管理员调整角色。"
      extra={
        <Link to="/">
          <Button type="primary">回到总览</Button>
        </Link>
      }
    />
  )
}
