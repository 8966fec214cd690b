import { Input, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useWholeList } from '../../api/use-whole-list'
import { ErrorPanel } from '../../components/ErrorPanel'
import { PageHead } from '../../components/PageHead'
import { FenceDetail } from './FenceDetail'
import { FenceList } from './FenceList'
import { useSettled } from './use-settled'

const FenceMap = lazy(() => import('./FenceMap').then((file) => ({ default: file.FenceMap })))

/** The fences of the scope: the list leads, the map shows where; either selects in both. */
export function FencesPage() {
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState('')
  const search = useSettled(text.trim())
  const shapes = useWholeList('fences.shapes', {})
  const selectedId = params.get('id')
  const select = (id: string | null) => setParams(id === null ? {} : { id }, { replace: true })
  const selectedName = shapes.items.find(({ id }) => id === selectedId)?.name
  return (
    <div className="fences-page">
      <PageHead
        title="电子围栏"
        lead="围栏决定一次扫码算在哪里。点名称或点地图，两边会互相对应。"
      />
      <div className="fences-split">
        <aside>
          <Input.Search
            allowClear
            maxLength={40}
            placeholder="按名称找围栏"
            aria-label="按名称找围栏"
            value={text}
            onChange={(event) => setText(event.target.value)}
            data-testid="fence-search"
          />
          <FenceList text={search} selectedId={selectedId} onSelect={select} />
        </aside>
        <section className="map-frame" aria-label="围栏示意图">
          {shapes.error !== null && <ErrorPanel error={shapes.error} retry={shapes.retry} />}
          <Suspense fallback={<Skeleton active paragraph={{ rows: 10 }} />}>
            <FenceMap
              shapes={shapes.items}
              complete={shapes.complete}
              selectedId={selectedId}
              onSelect={select}
            />
          </Suspense>
          {selectedId !== null && (
            <FenceDetail id={selectedId} name={selectedName} onClose={() => select(null)} />
          )}
        </section>
      </div>
    </div>
  )
}
