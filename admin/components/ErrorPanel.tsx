import { Alert, Button } from 'antd'
import { ApiError } from '../api/api-error'
import { wordsOfError } from '../words/error-words'

interface Props {
  readonly error: unknown
  readonly retry: () => void
}

/** A failed read: what happened, one way on, and the number to quote to whoever runs the service. */
export function ErrorPanel({ error, retry }: Props) {
  const requestId = error instanceof ApiError ? error.requestId : null
  const forbidden = error instanceof ApiError && error.code === 'FORBIDDEN'
  return (
    <Alert
      type={forbidden ? 'info' : 'error'}
      showIcon
      data-testid="error-panel"
      title={wordsOfError(error)}
      description={requestId === null ? undefined : `问题编号：${requestId}`}
      action={
        forbidden ? undefined : (
          <Button size="small" onClick={retry} data-testid="retry">
            重试
          </Button>
        )
      }
    />
  )
}
