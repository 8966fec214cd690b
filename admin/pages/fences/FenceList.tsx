import { Button, Empty, Skeleton, Tag } from 'antd'
import { useEffect, useRef } from 'react'
import { useList } from '../../api/use-list'
import { ErrorPanel } from '../../components/ErrorPanel'
import { areaInWords, FENCE_KIND_WORDS, type FenceRow } from '../../words/fence-words'

const PAGE_SIZE = 50

interface Props {
  readonly text: string
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
}

function stateOf(items: readonly FenceRow[] | null, error: unknown): string {
  if (items === null) return error === null ? 'loading' : 'error'
  return items.length === 0 ? 'empty' : 'ready'
}

/** Fences by name; each row is a button, so the map can be worked with the keyboard alone. */
export function FenceList({ text, selectedId, onSelect }: Props) {
  const list = useList('fences.list', { limit: PAGE_SIZE, ...(text === '' ? {} : { text }) })
  const state = stateOf(list.items, list.error)
  return (
    <div className="fence-list" data-testid="table-fences" data-state={state}>
      {list.error !== null && <ErrorPanel error={list.error} retry={list.retry} />}
      {state === 'loading' && <Skeleton active paragraph={{ rows: 10 }} title={false} />}
      {state === 'empty' && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            text === '' ? '还没有围栏。请管理员用命令行导入乡镇边界。' : `没有名称含“${text}”的围栏`
          }
        />
      )}
      <ul>
        {list.items?.map((fence) => (
          <Row
            key={fence.id}
            fence={fence}
            selected={fence.id === selectedId}
            onSelect={onSelect}
          />
        ))}
      </ul>
      {(list.previous !== null || list.next !== null) && (
        <nav className="pager" aria-label="翻页">
          <Button size="small" disabled={list.previous === null} onClick={() => list.previous?.()}>
            上一页
          </Button>
          <span>第 {list.pageNumber} 页</span>
          <Button size="small" disabled={list.next === null} onClick={() => list.next?.()}>
            下一页
          </Button>
        </nav>
      )}
    </div>
  )
}

interface RowProps {
  readonly fence: FenceRow
  readonly selected: boolean
  readonly onSelect: (id: string) => void
}

function Row({ fence, selected, onSelect }: RowProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) button.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <li>
      <button
        ref={button}
        type="button"
        aria-pressed={selected}
        data-testid={`fence-row-${fence.id}`}
        onClick={() => onSelect(fence.id)}
      >
        <span className="fence-name">
          {fence.name}
          {fence.kind === 'site' && <Tag color="orange">{FENCE_KIND_WORDS.site}</Tag>}
          {fence.repairs.length > 0 && <Tag>已修正</Tag>}
        </span>
        <span className="fence-facts">
          {fence.org.name} · {areaInWords(fence.areaSquareMeters)} · 第 {fence.version} 版
        </span>
        <span className="fence-count figure" title="在这个围栏内的招募次数">
          {fence.recruitments}
          <small>次招募</small>
        </span>
      </button>
    </li>
  )
}
