import { useRef, useState } from 'react'
import type { ActionName, Input, Output } from '../../contract/actions'
import { randomId } from '../device/random-id'
import { isOutOfReach } from './api-error'
import { call } from './call'

interface Doing<N extends ActionName> {
  run(input: Input<N>): Promise<Output<N> | null>
  busy: boolean
  error: Error | null
  clear(): void
}

/**
 * A writing action behind a button. Pressing again after a lost answer sends the same requestId,
 * so the server does it once; any answer, refusals too, ends that id. Null means it failed.
 */
export function useAction<N extends ActionName>(action: N): Doing<N> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const unanswered = useRef<{ input: string; requestId: string } | null>(null)

  async function run(input: Input<N>): Promise<Output<N> | null> {
    const written = JSON.stringify(input)
    if (unanswered.current?.input !== written) {
      unanswered.current = { input: written, requestId: randomId() }
    }
    setBusy(true)
    setError(null)
    try {
      const output = await call(action, input, unanswered.current.requestId)
      unanswered.current = null
      return output
    } catch (failure) {
      if (!isOutOfReach(failure)) unanswered.current = null
      setError(failure instanceof Error ? failure : new Error(String(failure)))
      return null
    } finally {
      setBusy(false)
    }
  }

  return { run, busy, error, clear: () => setError(null) }
}
