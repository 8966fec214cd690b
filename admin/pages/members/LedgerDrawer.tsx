import { Drawer, type TableProps, Tag } from 'antd'
import { Link } from 'react-router'
import type { Output } from '../../../contract/actions'
import { useList } from '../../api/use-list'
import { ListTable } from '../../components/ListTable'
import { When } from '../../components/When'
import { ENTRY_ROLE_WORDS, ENTRY_WORDS } from '../../words/people-words'
import type { Member } from './member-columns'

interface Props {
  readonly member: Member | null
  readonly onClose: () => void
}

const COLUMNS: NonNullable<TableProps<Output<'ledger.ofMember'>['items'][number]>['columns']> = [
  { title: '时间', dataIndex: 'at', width: 120, render: (at: string) => <When at={at} /> },
  { title: '事由', key: 'what', render: (_, { what }) => ENTRY_WORDS[what] },
  {
    title: '账户',
    key: 'role',
    width: 110,
    render: (_, { role }) => <Tag>{ENTRY_ROLE_WORDS[role]}</Tag>,
  },
  {
    title: '积分',
    dataIndex: 'points',
    width: 70,
    align: 'right',
    render: (points: number) => <b className="figure">{points > 0 ? `+${points}` : points}</b>,
  },
  {
    title: '围栏',
    dataIndex: 'fenceName',
    render: (name: string | null) => name ?? <span className="faint">—</span>,
  },
  { title: '规则', dataIndex: 'ruleVersion', width: 92 },
  {
    title: '',
    key: 'recruitment',
    width: 64,
    render: (_, { recruitmentId }) =>
      recruitmentId === null ? null : <Link to={`/recruitments?id=${recruitmentId}`}>经过</Link>,
  },
]

/** One member's entries: every point is a receipt, corrections included. */
export function LedgerDrawer({ member, onClose }: Props) {
  return (
    <Drawer
      open={member !== null}
      title={`${member?.displayName ?? ''} 的积分明细`}
      size={760}
      onClose={onClose}
      destroyOnHidden
    >
      {member !== null && <Entries member={member} />}
    </Drawer>
  )
}

function Entries({ member }: { readonly member: Member }) {
  const list = useList('ledger.ofMember', { memberId: member.id, limit: 20 })
  return (
    <>
      <p className="muted drawer-lead">
        宣传员积分 <b className="figure">{member.points.promoter}</b>，志愿者积分{' '}
        <b className="figure">{member.points.volunteer}</b>。账本只增不改，更正也会留下一笔。
      </p>
      <ListTable
        list={list}
        label="积分明细"
        testId="table-ledger"
        rowKey={({ key }) => key}
        empty="还没有积分记录"
        minWidth={640}
        columns={COLUMNS}
      />
    </>
  )
}
