import { Card, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useRead } from '../../api/use-read'
import { ErrorPanel } from '../../components/ErrorPanel'
import { PageHead } from '../../components/PageHead'
import { useSession } from '../../session'
import { dayInWords, greetingAt, shortInstant } from '../../words/instants'
import { FenceBars } from './FenceBars'
import { Holdings } from './Holdings'
import { WaitingCards } from './WaitingCards'
import { WeekCard } from './WeekCard'

const DaysChart = lazy(() => import('./DaysChart').then((file) => ({ default: file.DaysChart })))

/** Monday morning of a station chief: what waits for me first, then what happened, then where. */
export function OverviewPage() {
  const name = useSession((store) => store.session?.member.displayName ?? '')
  const read = useRead('overview.read', {})
  const overview = read.data
  if (overview === undefined) {
    return (
      <>
        <PageHead
          title="总览"
          lead={read.error === null ? '正在汇总您管辖范围内的情况' : '暂时没有读到数据'}
        />
        {read.error === null ? (
          <Skeleton active paragraph={{ rows: 10 }} />
        ) : (
          <ErrorPanel error={read.error} retry={() => void read.refetch()} />
        )}
      </>
    )
  }
  const quiet = overview.days.every((day) => day.credited + day.held + day.refused === 0)
  return (
    <div data-testid="overview" data-state="ready">
      <PageHead
        title={`${name}，${greetingAt(overview.asOf)}`}
        lead={`${dayInWords(overview.asOf)} · ${overview.scopeName} · 数据截至 ${shortInstant(overview.asOf)}`}
      />
      {read.error !== null && <ErrorPanel error={read.error} retry={() => void read.refetch()} />}
      <div className="overview-grid">
        <WaitingCards overview={overview} />
        <WeekCard overview={overview} />
        <Card size="small" title="近 14 天学完的招募" className="span-2" data-testid="days-card">
          {quiet ? (
            <p className="quiet">
              近 14 天还没有人扫码学完。第一位街坊学会之后，这里会开始有柱子。
            </p>
          ) : (
            <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
              <DaysChart days={overview.days} />
            </Suspense>
          )}
        </Card>
        <Card size="small" title="各围栏志愿者（累计）" data-testid="fences-card">
          <FenceBars rows={overview.byFence} />
        </Card>
        <Holdings overview={overview} />
      </div>
    </div>
  )
}
