import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useList } from '../../api/use-list'
import { type Code, CodeCard } from '../../components/CodeCard'
import { ListTable } from '../../components/ListTable'
import { PageHead } from '../../components/PageHead'
import { mayAsk } from '../../permissions'
import { useRoles } from '../../session'
import { CODE_STATE_WORDS } from '../../words/people-words'
import { codeColumns } from './code-columns'
import { RevokeDialog } from './RevokeDialog'

const STATES = ['active', 'revoked', 'expired'] as const
const ALL = 'all'

/** Every code that can recruit in the scope's name, and the way to stop one at once. */
export function CodesPage() {
  const [params, setParams] = useSearchParams()
  const roles = useRoles()
  const state = STATES.find((one) => one === params.get('state'))
  const list = useList('codes.list', { limit: 20, ...(state === undefined ? {} : { state }) })
  const [shown, setShown] = useState<Code | null>(null)
  const [revoking, setRevoking] = useState<Code | null>(null)
  const revoke = mayAsk('codes.revoke', roles) ? setRevoking : null
  return (
    <>
      <PageHead
        title="专属二维码"
        lead="居民扫码前可以验真。丢失、被冒用或人员调离时，请立即停用。"
      >
        <Segmented
          value={state ?? ALL}
          options={[
            { value: ALL, label: '全部' },
            ...STATES.map((value) => ({ value, label: CODE_STATE_WORDS[value] })),
          ]}
          onChange={(value) => setParams(value === ALL ? {} : { state: value })}
          data-testid="filter-state"
        />
      </PageHead>
      <ListTable
        list={list}
        label="专属二维码"
        testId="table-codes"
        rowKey={({ id }) => id}
        empty={
          state === undefined
            ? '还没有二维码。通过第一位宣传员后会出现在这里。'
            : '没有这种状态的二维码'
        }
        minWidth={1064}
        columns={codeColumns(setShown, revoke)}
      />
      <Modal
        open={shown !== null}
        title="专属二维码"
        footer={null}
        onCancel={() => setShown(null)}
        destroyOnHidden
      >
        {shown !== null && <CodeCard code={shown} />}
      </Modal>
      <RevokeDialog code={revoking} onClose={() => setRevoking(null)} />
    </>
  )
}
