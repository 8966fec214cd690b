import { useWrite } from '../../api/use-write'
import type { Code } from '../../components/CodeCard'
import { ConfirmDialog } from '../../components/ConfirmDialog'

interface Props {
  readonly code: Code | null
  readonly onClose: () => void
}

export function RevokeDialog({ code, onClose }: Props) {
  const revoke = useWrite('codes.revoke', ['codes.list', 'audit.list'])
  const close = () => {
    revoke.reset()
    onClose()
  }
  const confirm = (reason: string) => {
    if (code === null) return
    revoke.mutate({ codeId: code.id, reason }, { onSuccess: close })
  }
  const whose = code?.promoterName ?? code?.org.name ?? ''
  return (
    <ConfirmDialog
      open={code !== null}
      title={`停用 ${whose} 的二维码？`}
      okText="停用这个二维码"
      danger
      reasonLabel="停用原因"
      reasonHint="例如：人员调离；二维码被翻拍张贴。"
      busy={revoke.isPending}
      error={revoke.error}
      testId="revoke"
      onConfirm={confirm}
      onCancel={close}
    >
      <p>
        停用后<b>不能恢复</b>：再扫这个码只会看到“已停用”，不会再招募任何人。
        已经登记的志愿者和积分不受影响。
      </p>
    </ConfirmDialog>
  )
}
