import { isOutOfReach } from '../api/api-error'
import { wordsOf } from '../api/error-words'
import { Button } from './Button'
import { Empty } from './Empty'

interface Props {
  error: unknown
  onRetry: () => void
}

/** A page that could not be read: what happened, and a way to try again. */
export function ErrorState({ error, onRetry }: Props) {
  const { title, hint } = wordsOf(error)
  const lost = isOutOfReach(error)
  return (
    <Empty title={title} hint={hint} icon={lost ? 'offline' : 'alert'} testId="error">
      <Button icon="refresh" kind="soft" onPress={onRetry} testId="retry">
        再试一次
      </Button>
    </Empty>
  )
}
