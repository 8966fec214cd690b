import { Button, type TableProps, Tag } from 'antd'
import type { Output } from '../../../contract/actions'
import { When } from '../../components/When'
import { ROLE_WORDS } from '../../words/people-words'

export type Member = Output<'members.list'>['items'][number]
type Columns = NonNullable<TableProps<Member>['columns']>

const FACTS: Columns = [
  {
    title: '称呼',
    key: 'name',
    width: 170,
    render: (_, { displayName, externalId }) => (
      <span className="two-lines">
        <b>{displayName}</b>
        {externalId !== null && <small>导入编号 {externalId}</small>}
      </span>
    ),
  },
  {
    title: '角色',
    key: 'roles',
    render: (_, { roles }) => (
      <span className="tags">
        {roles.length === 0 && <span className="faint">居民</span>}
        {roles.map(({ role, orgName }) => (
          <Tag key={role} color={role === 'volunteer' ? 'default' : 'blue'}>
            {ROLE_WORDS[role]}
            {orgName !== null && ` · ${orgName}`}
          </Tag>
        ))}
      </span>
    ),
  },
  {
    title: '带领人',
    dataIndex: 'promoterName',
    width: 130,
    render: (name: string | null) => name ?? <span className="faint">—</span>,
  },
  {
    title: '加入时间',
    dataIndex: 'joinedAt',
    width: 130,
    render: (at: string) => <When at={at} />,
  },
  {
    title: '宣传员积分',
    key: 'promoter',
    width: 104,
    align: 'right',
    render: (_, { points }) => <span className="figure">{points.promoter}</span>,
  },
  {
    title: '志愿者积分',
    key: 'volunteer',
    width: 104,
    align: 'right',
    render: (_, { points }) => <span className="figure">{points.volunteer}</span>,
  },
]

export function memberColumns(open: (member: Member) => void): Columns {
  return [
    ...FACTS,
    {
      title: '操作',
      key: 'do',
      width: 110,
      fixed: 'right',
      render: (_, member) => (
        <Button size="small" onClick={() => open(member)} data-testid={`ledger-${member.id}`}>
          积分明细
        </Button>
      ),
    },
  ]
}
