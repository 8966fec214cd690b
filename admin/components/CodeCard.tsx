import { Descriptions, QRCode, Typography } from 'antd'
import type { Output } from '../../contract/actions'
import { CODE_KIND_WORDS, CODE_STATE_WORDS } from '../words/people-words'
import { Validity } from './Validity'

export type Code = Output<'codes.list'>['items'][number]

/** One code as it is scanned, with who stands behind it. A dead code shows no picture to scan. */
export function CodeCard({ code }: { readonly code: Code }) {
  const address = new URL(code.path, window.location.origin).href
  return (
    <div className="code-card">
      {code.state === 'active' ? (
        <figure>
          <QRCode type="svg" value={address} size={168} bgColor="#ffffff" color="#12305f" />
          <figcaption>微信或浏览器扫一扫</figcaption>
        </figure>
      ) : (
        <div className="code-dead">{CODE_STATE_WORDS[code.state]}</div>
      )}
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'unit', label: '单位', children: code.org.name },
          {
            key: 'promoter',
            label: '宣传员',
            children: code.promoterName ?? '不归个人（计入单位）',
          },
          { key: 'fence', label: '围栏', children: code.fence?.name ?? '未划定' },
          { key: 'kind', label: '类型', children: CODE_KIND_WORDS[code.kind] },
          {
            key: 'valid',
            label: '有效期',
            children: <Validity from={code.validFrom} to={code.validTo} />,
          },
          {
            key: 'scene',
            label: '编号',
            children: (
              <Typography.Text copyable={{ text: address, tooltips: ['复制链接', '已复制'] }} code>
                {code.scene}
              </Typography.Text>
            ),
          },
          ...(code.revokedReason === null
            ? []
            : [{ key: 'why', label: '停用原因', children: code.revokedReason }]),
        ]}
      />
    </div>
  )
}
