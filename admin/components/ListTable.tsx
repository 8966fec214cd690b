import { Button, Empty, Table, type TableProps } from 'antd'
import type { List } from '../api/use-list'
import { ErrorPanel } from './ErrorPanel'

interface Props<T> {
  readonly list: List<T>
  readonly columns: NonNullable<TableProps<T>['columns']>
  readonly rowKey: (row: T) => string
  readonly empty: string
  readonly testId: string
  readonly label: string
  readonly minWidth?: number
  readonly onOpen?: (row: T) => void
}

function stateOf<T>({ items, error }: List<T>): 'loading' | 'error' | 'empty' | 'ready' {
  if (items === null) return error === null ? 'loading' : 'error'
  return items.length === 0 ? 'empty' : 'ready'
}

/** A page of a list with all its states; the rows of the last good answer stay when a retry fails. */
export function ListTable<T extends object>(props: Props<T>) {
  const { list, onOpen } = props
  const state = stateOf(list)
  return (
    <section
      className="list-table"
      aria-label={props.label}
      aria-busy={state === 'loading'}
      data-testid={props.testId}
      data-state={state}
    >
      {list.error !== null && <ErrorPanel error={list.error} retry={list.retry} />}
      {state !== 'error' && (
        <Table<T>
          size="small"
          rowKey={props.rowKey}
          columns={props.columns}
          dataSource={list.items === null ? [] : [...list.items]}
          loading={state === 'loading' || list.turning}
          pagination={false}
          scroll={{ x: props.minWidth ?? 900 }}
          rowClassName={onOpen === undefined ? '' : 'opens'}
          onRow={(row) => (onOpen === undefined ? {} : { onClick: () => onOpen(row) })}
          locale={{
            emptyText:
              state === 'loading' ? (
                <div className="table-wait">正在读取…</div>
              ) : (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.empty} />
              ),
          }}
        />
      )}
      <Pager list={list} />
    </section>
  )
}

function Pager<T>({ list }: { readonly list: List<T> }) {
  if (list.previous === null && list.next === null) return null
  return (
    <nav className="pager" aria-label="翻页">
      <Button
        size="small"
        disabled={list.previous === null}
        onClick={() => list.previous?.()}
        data-testid="page-previous"
      >
        上一页
      </Button>
      <span>第 {list.pageNumber} 页</span>
      <Button
        size="small"
        disabled={list.next === null}
        onClick={() => list.next?.()}
        data-testid="page-next"
      >
        下一页
      </Button>
    </nav>
  )
}
