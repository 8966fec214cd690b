import { Alert, Drawer, Skeleton, Table, Timeline } from 'antd'
import type { Output } from '../../../contract/actions'
import { useRead } from '../../api/use-read'
import { ErrorPanel } from '../../components/ErrorPanel'
import { When } from '../../components/When'
import { wordsOfDetail } from '../../words/event-details'
import { ENTRY_WORDS } from '../../words/people-words'
import { STATE_EXPLAINED, wordsOfEvent, wordsOfReason } from '../../words/recruitment-words'
import { HistoryFacts } from './HistoryFacts'
import { HoldActions } from './HoldActions'

type History = Output<'recruitment.history'>

interface Props {
  readonly id: string | null
  readonly onClose: () => void
}

/** Everything that happened to one recruitment, so that a dispute can be settled by reading. */
export function HistoryDrawer({ id, onClose }: Props) {
  return (
    <Drawer
      open={id !== null}
      title="招募经过"
      size={680}
      onClose={onClose}
      destroyOnHidden
      data-testid="history-drawer"
    >
      {id !== null && <Body id={id} />}
    </Drawer>
  )
}

function Body({ id }: { readonly id: string }) {
  const read = useRead('recruitment.history', { recruitmentId: id })
  if (read.data === undefined) {
    return read.error === null ? (
      <Skeleton active paragraph={{ rows: 12 }} />
    ) : (
      <ErrorPanel error={read.error} retry={() => void read.refetch()} />
    )
  }
  const history = read.data
  return (
    <div data-testid="history" data-state={history.state}>
      <Why history={history} />
      <HoldActions history={history} />
      <HistoryFacts history={history} />
      <h3>经过</h3>
      <Timeline
        titleSpan="108px"
        items={history.events.map((event, i) => ({
          // Events have no id on the wire and are never reordered.
          key: `${event.at}-${i}`,
          color: event.kind === 'held' ? 'orange' : event.kind === 'credited' ? 'green' : 'blue',
          title: <When at={event.at} />,
          content: (
            <div className="event">
              <b>{wordsOfEvent(event.kind)}</b>
              {wordsOfDetail(event.detail).map((words) => (
                <small key={words}>{words}</small>
              ))}
            </div>
          ),
        }))}
      />
      <h3>积分分录</h3>
      <Entries entries={history.entries} />
    </div>
  )
}

function Why({ history: { state, reasons } }: { readonly history: History }) {
  return (
    <Alert
      showIcon
      type={state === 'credited' ? 'success' : state === 'held' ? 'warning' : 'info'}
      title={STATE_EXPLAINED[state]}
      description={
        reasons.length === 0 ? undefined : (
          <ul className="why">
            {reasons.map((reason) => (
              <li key={reason}>{wordsOfReason(reason).long}</li>
            ))}
          </ul>
        )
      }
    />
  )
}

function Entries({ entries }: { readonly entries: History['entries'] }) {
  return (
    <Table
      size="small"
      pagination={false}
      dataSource={entries.map((entry, i) => ({ ...entry, key: `${entry.at}-${i}` }))}
      locale={{ emptyText: <div className="table-wait">这次招募没有产生积分</div> }}
      columns={[
        { title: '时间', dataIndex: 'at', width: 120, render: (at: string) => <When at={at} /> },
        { title: '记给', dataIndex: 'displayName' },
        {
          title: '事由',
          dataIndex: 'what',
          render: (what: string) =>
            Object.entries(ENTRY_WORDS).find(([key]) => key === what)?.[1] ?? what,
        },
        {
          title: '积分',
          dataIndex: 'points',
          width: 70,
          align: 'right',
          render: (points: number) => (
            <b className="figure">{points > 0 ? `+${points}` : points}</b>
          ),
        },
      ]}
    />
  )
}
