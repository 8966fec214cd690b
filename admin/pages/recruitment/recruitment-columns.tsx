import { Button, type TableProps } from 'antd'
import type { Output } from '../../../contract/actions'
import { Reasons } from '../../components/Reasons'
import { StateTag } from '../../components/StateTag'
import { When } from '../../components/When'
import { wordsOfVerdict } from '../../words/recruitment-words'

type Recruitment = Output<'recruitment.list'>['items'][number]
type Columns = NonNullable<TableProps<Recruitment>['columns']>

const WHO: Columns = [
  {
    title: '扫码时间',
    dataIndex: 'scannedAt',
    width: 112,
    render: (at: string) => <When at={at} />,
  },
  { title: '居民', dataIndex: 'displayName', width: 112 },
  {
    title: '宣传员',
    dataIndex: 'promoterName',
    width: 120,
    render: (name: string | null) => name ?? <span className="faint">海报码</span>,
  },
  { title: '单位', key: 'org', width: 150, render: (_, { org }) => org.name },
]

const WHERE_AND_WHY: Columns = [
  {
    title: '围栏',
    dataIndex: 'fenceName',
    render: (name: string | null) => name ?? <span className="faint">—</span>,
  },
  {
    title: '位置判定',
    key: 'verdict',
    width: 116,
    render: (_, { verdict, state }) => (
      <span className={verdict === null ? 'faint' : ''}>{wordsOfVerdict(verdict, state)}</span>
    ),
  },
  { title: '状态', key: 'state', width: 84, render: (_, { state }) => <StateTag state={state} /> },
  {
    title: '原因',
    key: 'reasons',
    width: 184,
    render: (_, { reasons }) => <Reasons reasons={reasons} />,
  },
]

export function recruitmentColumns(open: (id: string) => void): Columns {
  return [
    ...WHO,
    ...WHERE_AND_WHY,
    {
      title: '',
      key: 'open',
      width: 64,
      fixed: 'right',
      render: (_, { id }) => (
        <Button
          type="link"
          size="small"
          data-testid={`history-${id}`}
          onClick={(event) => {
            event.stopPropagation()
            open(id)
          }}
        >
          经过
        </Button>
      ),
    },
  ]
}
