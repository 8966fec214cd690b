import { Button, Space, type TableProps } from 'antd'
import type { Output } from '../../../contract/actions'
import { When } from '../../components/When'
import { ORG_KIND_WORDS } from '../../words/people-words'

export type Application = Output<'promoters.applications'>['items'][number]
type Columns = NonNullable<TableProps<Application>['columns']>
type Choose = (application: Application) => void

const WHO: Columns = [
  {
    title: '申请时间',
    dataIndex: 'appliedAt',
    width: 112,
    render: (at: string) => <When at={at} />,
  },
  {
    title: '申请人',
    key: 'who',
    width: 150,
    render: (_, { staffName, displayName }) => (
      <span className="two-lines">
        <b>{staffName}</b>
        <small>昵称 {displayName}</small>
      </span>
    ),
  },
  {
    title: '单位',
    key: 'org',
    width: 170,
    render: (_, { org }) => (
      <span className="two-lines">
        {org.name}
        <small>{ORG_KIND_WORDS[org.kind]}</small>
      </span>
    ),
  },
  {
    title: '负责围栏',
    key: 'fence',
    width: 140,
    render: (_, { fence }) => fence?.name ?? <span className="faint">未指定</span>,
  },
  {
    title: '申请说明',
    dataIndex: 'note',
    ellipsis: { showTitle: true },
    render: (note: string) => (note === '' ? <span className="faint">没有填写</span> : note),
  },
]

const DECISION: Columns = [
  {
    title: '决定时间',
    key: 'at',
    width: 112,
    render: (_, { decidedAt }) => <When at={decidedAt} />,
  },
  { title: '决定人', dataIndex: 'decidedBy', width: 110, render: (by: string | null) => by ?? '—' },
]

export function applicationColumns(
  status: Application['status'],
  approve: Choose,
  refuse: Choose,
): Columns {
  if (status === 'approved') return [...WHO, ...DECISION]
  if (status === 'refused') {
    return [...WHO, ...DECISION, { title: '原因', dataIndex: 'reason', width: 220 }]
  }
  return [
    ...WHO,
    {
      title: '处理',
      key: 'decide',
      width: 150,
      fixed: 'right',
      render: (_, application) => (
        <Space size="small">
          <Button
            type="primary"
            size="small"
            onClick={() => approve(application)}
            data-testid={`approve-${application.id}`}
          >
            通过
          </Button>
          <Button
            size="small"
            onClick={() => refuse(application)}
            data-testid={`refuse-${application.id}`}
          >
            退回
          </Button>
        </Space>
      ),
    },
  ]
}
