import { CloseOutlined } from '@ant-design/icons'
import { Button, Descriptions } from 'antd'
import { useRead } from '../../api/use-read'
import { ErrorPanel } from '../../components/ErrorPanel'
import { Validity } from '../../components/Validity'
import {
  areaInWords,
  FENCE_KIND_WORDS,
  type FenceRow,
  wordsOfRepair,
} from '../../words/fence-words'
import { ORG_KIND_WORDS } from '../../words/people-words'

interface Props {
  readonly id: string
  /** Known once the outlines have arrived; the row is then found by it. */
  readonly name: string | undefined
  readonly onClose: () => void
}

/** The card over the map: everything known about the selected fence. */
export function FenceDetail({ id, name, onClose }: Props) {
  const read = useRead(
    'fences.list',
    { limit: 50, text: name?.slice(0, 40) },
    { enabled: name !== undefined },
  )
  const fence = read.data?.items.find((one) => one.id === id)
  if (name === undefined && fence === undefined) return null
  return (
    <section className="fence-detail" aria-label="所选围栏" data-testid="fence-detail">
      <header>
        <h2>{fence?.name ?? name}</h2>
        <Button
          type="text"
          size="small"
          aria-label="关闭"
          icon={<CloseOutlined />}
          onClick={onClose}
        />
      </header>
      {read.error !== null && <ErrorPanel error={read.error} retry={() => void read.refetch()} />}
      {fence !== undefined && <Facts fence={fence} />}
    </section>
  )
}

function Facts({ fence }: { readonly fence: FenceRow }) {
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        {
          key: 'org',
          label: '责任单位',
          children: `${fence.org.name}（${ORG_KIND_WORDS[fence.org.kind]}）`,
        },
        { key: 'kind', label: '类型', children: FENCE_KIND_WORDS[fence.kind] },
        { key: 'area', label: '面积', children: areaInWords(fence.areaSquareMeters) },
        {
          key: 'version',
          label: '版本',
          children: `第 ${fence.version} 版，${fence.vertices.toLocaleString('zh-CN')} 个顶点`,
        },
        {
          key: 'valid',
          label: '有效期',
          children: <Validity from={fence.validFrom} to={fence.validTo} />,
        },
        { key: 'count', label: '招募', children: `${fence.recruitments} 次` },
        {
          key: 'repairs',
          label: '导入修正',
          children:
            fence.repairs.length === 0 ? (
              '边界完好，没有改动'
            ) : (
              <ul className="repairs">
                {fence.repairs.map((repair) => (
                  <li key={repair}>{wordsOfRepair(repair)}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}
