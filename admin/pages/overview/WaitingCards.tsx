import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons'
import { Card } from 'antd'
import { Link } from 'react-router'
import type { Output } from '../../../contract/actions'
import { mayAsk } from '../../permissions'
import { useRoles } from '../../session'

interface Props {
  readonly overview: Output<'overview.read'>
}

interface WaitingProps {
  readonly count: number
  readonly what: string
  readonly why: string
  readonly to: string
  readonly testId: string
}

/** What waits for a decision stands first, and says so plainly when nothing does. */
export function WaitingCards({ overview }: Props) {
  const roles = useRoles()
  const decides = mayAsk('promoters.applications', roles)
  const waits = (decides ? overview.waitingApplications : 0) + overview.heldRecruitments > 0
  return (
    <Card size="small" title={decides ? '等您处理' : '正在等待处理'} className="waiting">
      {!waits && (
        <p className="all-done" data-testid="nothing-waits">
          <CheckCircleOutlined /> 没有待办，都处理完了。
        </p>
      )}
      {decides && (
        <Waiting
          count={overview.waitingApplications}
          what="份宣传员申请"
          why="通过后对方才有专属二维码"
          to="/promoters"
          testId="waiting-applications"
        />
      )}
      <Waiting
        count={overview.heldRecruitments}
        what="次招募待核"
        why="位置或来源需要人工看一眼"
        to="/recruitments?state=held"
        testId="waiting-held"
      />
    </Card>
  )
}

function Waiting({ count, what, why, to, testId }: WaitingProps) {
  if (count === 0) return null
  return (
    <Link to={to} className="waiting-row" data-testid={testId}>
      <b className="figure">{count}</b>
      <span>
        {what}
        <small>{why}</small>
      </span>
      <RightOutlined />
    </Link>
  )
}
