import { Button, Space, type TableProps, Tag } from 'antd'
import type { Code } from '../../components/CodeCard'
import { Validity } from '../../components/Validity'
import { CODE_KIND_WORDS, CODE_STATE_WORDS } from '../../words/people-words'

type Columns = NonNullable<TableProps<Code>['columns']>

/** Enough to tell two codes apart; the whole is on the code's card. */
const SHORT_SCENE = 12

const STATE_COLORS: Readonly<Record<Code['state'], string>> = {
  active: 'success',
  revoked: 'error',
  expired: 'default',
}

const WHOSE: Columns = [
  {
    title: '编号',
    dataIndex: 'scene',
    width: 140,
    render: (scene: string) => <code title={scene}>{`${scene.slice(0, SHORT_SCENE)}…`}</code>,
  },
  {
    title: '类型',
    dataIndex: 'kind',
    width: 84,
    render: (kind: Code['kind']) => CODE_KIND_WORDS[kind],
  },
  {
    title: '宣传员',
    dataIndex: 'promoterName',
    width: 110,
    render: (name: string | null) => name ?? <span className="faint">计入单位</span>,
  },
  { title: '单位', key: 'org', width: 150, render: (_, { org }) => org.name },
  {
    title: '围栏',
    key: 'fence',
    render: (_, { fence }) => fence?.name ?? <span className="faint">未划定</span>,
  },
]

const STANDING: Columns = [
  {
    title: '有效期',
    key: 'valid',
    width: 190,
    render: (_, { validFrom, validTo }) => <Validity from={validFrom} to={validTo} />,
  },
  {
    title: '状态',
    key: 'state',
    width: 128,
    render: (_, { state, revokedReason }) => (
      <span className="two-lines">
        <span>
          <Tag color={STATE_COLORS[state]}>{CODE_STATE_WORDS[state]}</Tag>
        </span>
        {revokedReason !== null && (
          <small title={revokedReason} className="clip">
            {revokedReason}
          </small>
        )}
      </span>
    ),
  },
]

/** `revoke` is null for roles that may only look. */
export function codeColumns(
  show: (code: Code) => void,
  revoke: ((code: Code) => void) | null,
): Columns {
  return [
    ...WHOSE,
    ...STANDING,
    {
      title: '操作',
      key: 'do',
      width: 130,
      fixed: 'right',
      render: (_, code) => (
        <Space size="small">
          <Button size="small" onClick={() => show(code)} data-testid={`show-${code.id}`}>
            查看
          </Button>
          {revoke !== null && code.state === 'active' && (
            <Button
              danger
              size="small"
              onClick={() => revoke(code)}
              data-testid={`revoke-${code.id}`}
            >
              停用
            </Button>
          )}
        </Space>
      ),
    },
  ]
}
