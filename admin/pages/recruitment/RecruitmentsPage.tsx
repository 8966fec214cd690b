import { Button, Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { useList } from '../../api/use-list'
import { ListTable } from '../../components/ListTable'
import { PageHead } from '../../components/PageHead'
import { Reasons } from '../../components/Reasons'
import { StateTag } from '../../components/StateTag'
import { When } from '../../components/When'
import { STATE_WORDS, VERDICT_WORDS } from '../../words/recruitment-words'
import { HistoryDrawer } from './HistoryDrawer'

const ALL = 'all'
const STATES = [
  'held',
  'credited',
  'refused',
  'learned',
  'consented',
  'scanned',
  'expired',
] as const

/** Every scan that began a recruitment, where it stands and why. */
export function RecruitmentsPage() {
  const [params, setParams] = useSearchParams()
  const state = STATES.find((one) => one === params.get('state'))
  const openedId = params.get('id')
  const list = useList('recruitment.list', {
    limit: 20,
    ...(state === undefined ? {} : { state }),
  })
  const stateParams = (): Record<string, string> => (state === undefined ? {} : { state })
  const open = (id: string) => setParams({ ...stateParams(), id })
  return (
    <>
      <PageHead title="招募记录" lead="从扫码到入账的每一步。反作弊只会暂缓积分,从不妨碍居民学习。">
        <Segmented
          value={state ?? ALL}
          options={[
            { value: ALL, label: '全部' },
            ...STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
          ]}
          onChange={(value) => setParams(value === ALL ? {} : { state: value })}
          data-testid="filter-state"
        />
      </PageHead>
      <ListTable
        list={list}
        label="招募记录"
        testId="table-recruitments"
        rowKey={({ id }) => id}
        empty={state === undefined ? '还没有人扫码。' : `没有“${STATE_WORDS[state]}”的招募`}
        onOpen={({ id }) => open(id)}
        columns={[
          {
            title: '扫码时间',
            dataIndex: 'scannedAt',
            width: 112,
            render: (at: string) => <When at={at} />,
          },
          { title: '居民', dataIndex: 'displayName', width: 130 },
          {
            title: '宣传员',
            dataIndex: 'promoterName',
            width: 120,
            render: (name: string | null) => name ?? <span className="faint">海报码</span>,
          },
          { title: '单位', key: 'org', width: 160, render: (_, { org }) => org.name },
          {
            title: '围栏',
            dataIndex: 'fenceName',
            render: (name: string | null) => name ?? <span className="faint">—</span>,
          },
          {
            title: '位置判定',
            key: 'verdict',
            width: 110,
            render: (_, { verdict }) =>
              verdict === null ? <span className="faint">还未比对</span> : VERDICT_WORDS[verdict],
          },
          {
            title: '状态',
            key: 'state',
            width: 84,
            render: (_, row) => <StateTag state={row.state} />,
          },
          {
            title: '原因',
            key: 'reasons',
            width: 190,
            render: (_, { reasons }) => <Reasons reasons={reasons} />,
          },
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
        ]}
      />
      <HistoryDrawer id={openedId} onClose={() => setParams(stateParams())} />
    </>
  )
}
