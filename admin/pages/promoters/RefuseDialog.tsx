import { useWrite } from '../../api/use-write'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import type { Application } from './application-columns'
import { REFRESHED_BY_DECISION } from './refreshed-by-decision'

interface Props {
  readonly application: Application | null
  readonly onClose: () => void
}

export function RefuseDialog({ application, onClose }: Props) {
  const refuse = useWrite('promoters.refuse', REFRESHED_BY_DECISION)
  const close = () => {
    refuse.reset()
    onClose()
  }
  const confirm = (reason: string) => {
    if (application === null) return
    refuse.mutate({ applicationId: application.id, reason }, { onSuccess: close })
  }
  return (
    <ConfirmDialog
      open={application !== null}
      title={`退回 ${application?.staffName ?? ''} 的申请？`}
      okText="确认退回"
      danger
      reasonLabel="退回原因（申请人会看到）"
      reasonHint="例如：请改选您所在的派出所后重新申请。"
      busy={refuse.isPending}
      error={refuse.error}
      testId="refuse"
      onConfirm={confirm}
      onCancel={close}
    >
      <p className="muted">退回后，对方可以修改后重新申请。这一步会记入审计。</p>
    </ConfirmDialog>
  )
}
