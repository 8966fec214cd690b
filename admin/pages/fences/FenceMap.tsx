import { AimOutlined } from '@ant-design/icons'
import { Button, Empty } from 'antd'
import { useMemo, useRef } from 'react'
import { useMode } from '../../theme'
import { boundsOf, collectionOf, type FenceShape } from './fence-shapes'
import { useFenceMap } from './use-fence-map'

interface Props {
  readonly shapes: readonly FenceShape[]
  readonly complete: boolean
  readonly selectedId: string | null
  readonly onSelect: (id: string | null) => void
}

/** Our own polygons are the whole map: no tiles, nothing is asked of any map provider. */
export function FenceMap({ shapes, complete, selectedId, onSelect }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const mode = useMode((store) => store.mode)
  const collection = useMemo(() => collectionOf(shapes), [shapes])
  const bounds = useMemo(() => boundsOf(shapes), [shapes])
  const selected = useMemo(
    () => boundsOf(shapes.filter(({ id }) => id === selectedId)),
    [shapes, selectedId],
  )
  const { hovered, drawn, broken, fit } = useFenceMap({
    holder,
    mode,
    collection,
    bounds,
    selectedId,
    selectedBounds: selected,
    onSelect,
  })
  if (broken) {
    return (
      <div className="map-instead" data-testid="map" data-ready="false" data-broken="true">
        <Empty description="这台电脑的浏览器不能绘制地图（需要 WebGL）。左边的列表照常可用。" />
      </div>
    )
  }
  const empty = complete && shapes.length === 0
  return (
    <div
      className="map"
      data-testid="map"
      data-ready={complete && drawn ? 'true' : 'false'}
      data-fences={shapes.length}
      data-selected={selectedId ?? ''}
    >
      <div ref={holder} className="map-canvas" />
      {empty && (
        <div className="map-instead">
          <Empty description="还没有围栏边界可以画" />
        </div>
      )}
      <span className="map-label">示意图 · GCJ-02 · 不作勘界依据</span>
      {hovered !== null && (
        <span className="map-hover" data-testid="map-hover">
          {hovered}
        </span>
      )}
      {shapes.length > 0 && (
        <Button size="small" className="map-fit" icon={<AimOutlined />} onClick={fit}>
          看全部
        </Button>
      )}
    </div>
  )
}
