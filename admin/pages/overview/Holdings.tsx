import { Card } from 'antd'
import { Link } from 'react-router'
import type { Output } from '../../../contract/actions'

interface Props {
  readonly overview: Output<'overview.read'>
}

/** What the scope has altogether. */
export function Holdings({ overview }: Props) {
  const figures = [
    { label: '宣传员', value: overview.promoters, to: '/members?role=promoter' },
    { label: '志愿者', value: overview.volunteers, to: '/members?role=volunteer' },
    { label: '电子围栏', value: overview.fences, to: '/fences' },
    { label: '已发布文章', value: overview.articles, to: null },
  ]
  return (
    <Card size="small" title="家底" className="span-3">
      <div className="holdings">
        {figures.map(({ label, value, to }) => (
          <div key={label}>
            <span className="muted">{label}</span>
            <b className="figure">{value.toLocaleString('zh-CN')}</b>
            {to !== null && <Link to={to}>查看</Link>}
          </div>
        ))}
      </div>
    </Card>
  )
}
