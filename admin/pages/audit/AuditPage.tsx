import { type TableProps, Tooltip } from 'antd'
import type { Output } from '../../../contract/actions'
import { useList } from '../../api/use-list'
import { ListTable } from '../../components/ListTable'
import { PageHead } from '../../components/PageHead'
import { When } from '../../components/When'
import { wordsOfAuditAction, wordsOfTarget } from '../../words/audit-words'

const SHORT_HASH = 12
const SHORT_ID = 8

const COLUMNS: NonNullable<TableProps<Output<'audit.list'>['items'][number]>['columns']> = [
  {
    title: '序号',
    dataIndex: 'seq',
    width: 76,
    align: 'right',
    render: (seq: number) => <span className="figure">{seq}</span>,
  },
  { title: '时间', dataIndex: 'at', width: 120, render: (at: string) => <When at={at} /> },
  { title: '操作人', dataIndex: 'actorName', width: 140 },
  {
    title: '做了什么',
    dataIndex: 'action',
    width: 170,
    render: (action: string) => <span title={action}>{wordsOfAuditAction(action)}</span>,
  },
  {
    title: '对象',
    dataIndex: 'target',
    width: 200,
    render: (target: string) => {
      const { kind, id } = wordsOfTarget(target)
      return (
        <span title={id}>
          {kind} {id !== '' && <code>{id.slice(0, SHORT_ID)}</code>}
        </span>
      )
    },
  },
  {
    title: '原因',
    dataIndex: 'reason',
    render: (reason: string | null) => reason ?? <span className="faint">—</span>,
  },
  {
    title: '指纹',
    dataIndex: 'hash',
    width: 140,
    render: (hash: string) => (
      <Tooltip title={hash}>
        <code>{hash.slice(0, SHORT_HASH)}</code>
      </Tooltip>
    ),
  },
]

/** Who did what in the console. Nobody can change a row: each carries the fingerprint of the last. */
export function AuditPage() {
  const list = useList('audit.list', { limit: 20 })
  return (
    <>
      <PageHead
        title="审计"
        lead="管理台的每一次写操作都在这里。各条指纹首尾相连，改动任何一条都会被发现。"
      />
      <ListTable
        list={list}
        label="审计记录"
        testId="table-audit"
        rowKey={({ seq }) => String(seq)}
        empty="还没有写操作"
        columns={COLUMNS}
      />
    </>
  )
}
