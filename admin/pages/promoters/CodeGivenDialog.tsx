import { Button, Modal, Skeleton } from 'antd'
import { Link } from 'react-router'
import { useRead } from '../../api/use-read'
import { CodeCard } from '../../components/CodeCard'
import { ErrorPanel } from '../../components/ErrorPanel'

interface Props {
  readonly given: { readonly name: string; readonly codeId: string } | null
  readonly onClose: () => void
}

/** The result of an approval: the code that the new promoter has from this moment on. */
export function CodeGivenDialog({ given, onClose }: Props) {
  const codes = useRead('codes.list', { limit: 50, state: 'active' }, { enabled: given !== null })
  const code = codes.data?.items.find(({ id }) => id === given?.codeId)
  return (
    <Modal
      open={given !== null}
      title={`${given?.name ?? ''} 现在是宣传员了`}
      onCancel={onClose}
      destroyOnHidden
      footer={[
        <Link key="all" to="/codes">
          <Button>看所有二维码</Button>
        </Link>,
        <Button key="done" type="primary" onClick={onClose} data-testid="code-given-done">
          知道了
        </Button>,
      ]}
    >
      <div data-testid="code-given">
        {codes.error !== null && (
          <ErrorPanel error={codes.error} retry={() => void codes.refetch()} />
        )}
        {codes.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
        {code !== undefined && <CodeCard code={code} />}
        <p className="muted">对方打开小程序的“宣传员工作台”，也能看到同一个二维码。</p>
      </div>
    </Modal>
  )
}
