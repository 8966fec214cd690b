import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { useList } from '../../api/use-list'
import { ListTable } from '../../components/ListTable'
import { PageHead } from '../../components/PageHead'
import { STATE_WORDS } from '../../words/recruitment-words'
import { HistoryDrawer } from './HistoryDrawer'
import { recruitmentColumns } from './recruitment-columns'

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
  const list = useList('recruitment.list', {
    limit: 20,
    ...(state === undefined ? {} : { state }),
  })
  const stateParams = (): Record<string, string> => (state === undefined ? {} : { state })
  const open = (id: string) => setParams({ ...stateParams(), id })
  return (
    <>
      <PageHead
        title="招募记录"
        lead="从扫码到入账的每一步。反作弊只会暂缓积分，从不妨碍居民学习。"
      >
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
        minWidth={1060}
        onOpen={({ id }) => open(id)}
        columns={recruitmentColumns(open)}
      />
      <HistoryDrawer id={params.get('id')} onClose={() => setParams(stateParams())} />
    </>
  )
}
