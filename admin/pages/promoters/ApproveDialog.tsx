import { useWrite } from '../../api/use-write'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import type { Application } from './application-columns'
import { REFRESHED_BY_DECISION } from './refreshed-by-decision'

interface Props {
  readonly application: Application | null
  readonly onClose: () => void
  readonly onApproved: (name: string, codeId: string) => void
}

export function ApproveDialog({ application, onClose, onApproved }: Props) {
  const approve = useWrite('promoters.approve', REFRESHED_BY_DECISION)
  const close = () => {
    approve.reset()
    onClose()
  }
  const confirm = () => {
    if (application === null) return
    approve.mutate(
      { applicationId: application.id },
      { onSuccess: ({ codeId }) => onApproved(application.staffName, codeId) },
    )
  }
  return (
    <ConfirmDialog
      open={application !== null}
      title={`通过 ${application?.staffName ?? ''} 的申请？`}
      okText="确认通过"
      busy={approve.isPending}
      error={approve.error}
      testId="approve"
      onConfirm={confirm}
      onCancel={close}
    >
      <p>
        通过后，<b>{application?.staffName}</b> 将成为<b>{application?.org.name}</b>
        的宣传员，可以用专属二维码招募志愿者
        {application?.fence == null ? '' : `，负责围栏“${application.fence.name}”`}。
      </p>
      <p className="muted">请先确认是本单位的人。这一步会记入审计。</p>
    </ConfirmDialog>
  )
}
