import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Card } from 'antd'
import type { Output } from '../../../contract/actions'
import { dayOf } from '../../words/instants'
import { creditedSameDaysLastWeek } from './compare-weeks'

interface Props {
  readonly overview: Output<'overview.read'>
}

/** This week so far, beside the same days of last week and the whole of it. */
export function WeekCard({ overview }: Props) {
  const { thisWeek, lastWeekCredited, days, asOf } = overview
  const sameDays = creditedSameDaysLastWeek(days, dayOf(asOf))
  return (
    <Card size="small" title="本周（周一至今）" className="span-2" data-testid="week-card">
      <div className="week">
        <div className="week-main">
          <b className="figure">{thisWeek.credited}</b>
          <span>位街坊学会并计分</span>
          <Difference now={thisWeek.credited} before={sameDays} />
          <small className="muted">上周全周 {lastWeekCredited} 位</small>
        </div>
        <dl>
          <div>
            <dt>扫码</dt>
            <dd className="figure">{thisWeek.scanned}</dd>
          </div>
          <div>
            <dt>待核</dt>
            <dd className="figure">{thisWeek.held}</dd>
          </div>
          <div>
            <dt>不计分</dt>
            <dd className="figure">{thisWeek.refused}</dd>
          </div>
        </dl>
      </div>
    </Card>
  )
}

function Difference({ now, before }: { readonly now: number; readonly before: number | null }) {
  if (before === null) return null
  if (now === before) return <span className="difference">与上周同期持平（{before}）</span>
  const more = now > before
  return (
    <span className={more ? 'difference up' : 'difference down'}>
      {more ? <ArrowUpOutlined /> : <ArrowDownOutlined />} 比上周同期{more ? '多' : '少'}{' '}
      {Math.abs(now - before)} 位（同期 {before}）
    </span>
  )
}
