import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/call'
import type { CodeEntry } from '../../device/launch'
import { randomId } from '../../device/random-id'
import type { Recruitment } from './scan-steps'

interface Opened {
  /** undefined while asking, null when there is nothing to go on with. */
  recruitment: Recruitment | null | undefined
  error: Error | null
  retry(): void
  change(recruitment: Recruitment): void
}

/**
 * Tells the server about this opening once (a retry is the same opening and carries the same id),
 * or, without a code, asks where the member stopped.
 */
export function useOpenedRecruitment(entry: CodeEntry | null): Opened {
  const [recruitment, setRecruitment] = useState<Recruitment | null>()
  const [error, setError] = useState<Error | null>(null)
  const opening = useRef({ entry, requestId: randomId() })

  const ask = useCallback(async () => {
    const { entry: code, requestId } = opening.current
    setError(null)
    try {
      setRecruitment(
        code
          ? await call('recruitment.scan', code, requestId)
          : (await call('recruitment.mine', {})).recruitment,
      )
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)))
    }
  }, [])
  useEffect(() => void ask(), [ask])

  return { recruitment, error, retry: () => void ask(), change: setRecruitment }
}
