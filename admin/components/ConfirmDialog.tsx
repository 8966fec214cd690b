import { Alert, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { wordsOfError } from '../words/error-words'

const REASON_MAX = 500

interface Props {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  readonly okText: string
  readonly danger?: boolean
  /** Label of the required reason; without it no reason is asked. */
  readonly reasonLabel?: string
  readonly reasonHint?: string
  readonly busy: boolean
  readonly error: unknown
  readonly testId: string
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** Says what is about to happen, asks for the reason where one is due, shows a refusal in place. */
export function ConfirmDialog(props: Props) {
  const [form] = Form.useForm<{ reason?: string }>()
  const confirm = () => {
    if (props.reasonLabel === undefined) return props.onConfirm('')
    // A rejected validation shows itself at the field.
    form.validateFields().then(
      ({ reason }) => props.onConfirm((reason ?? '').trim()),
      () => undefined,
    )
  }
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.okText}
      cancelText="再想想"
      okButtonProps={{ danger: props.danger === true, 'data-testid': `${props.testId}-confirm` }}
      cancelButtonProps={{ 'data-testid': `${props.testId}-cancel` }}
      confirmLoading={props.busy}
      mask={{ closable: false }}
      destroyOnHidden
      onOk={confirm}
      onCancel={props.onCancel}
    >
      <div className="confirm-body">{props.children}</div>
      {props.reasonLabel !== undefined && (
        <Form form={form} layout="vertical" preserve={false} disabled={props.busy}>
          <Form.Item
            name="reason"
            label={props.reasonLabel}
            rules={[{ required: true, whitespace: true, message: '请写明原因。' }]}
          >
            <Input.TextArea
              autoFocus
              rows={3}
              maxLength={REASON_MAX}
              showCount
              placeholder={props.reasonHint}
              data-testid={`${props.testId}-reason`}
            />
          </Form.Item>
        </Form>
      )}
      {props.error !== null && (
        <Alert type="error" showIcon title={wordsOfError(props.error)} data-testid="dialog-error" />
      )}
    </Modal>
  )
}
