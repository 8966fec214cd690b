import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ActionName, Input, Output } from '../../contract/actions'
import { ApiError, isTransportFailure } from './api-error'
import { newRequestId, write } from './call'

/**
 * A writing action behind a button. Pressing again after a lost answer sends the same requestId
 * for the same input, so the second press finds the first one's result instead of a conflict.
 */
export function useWrite<N extends ActionName>(name: N, refreshes: readonly string[]) {
  const queries = useQueryClient()
  const unanswered = useRef<{ body: string; requestId: string } | null>(null)
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: async (input) => {
      const body = JSON.stringify(input)
      const attempt =
        unanswered.current?.body === body ? unanswered.current : { body, requestId: newRequestId() }
      unanswered.current = attempt
      try {
        const data = await write(name, input, attempt.requestId)
        unanswered.current = null
        return data
      } catch (error) {
        if (!isTransportFailure(error) && error instanceof ApiError) unanswered.current = null
        throw error
      }
    },
    // A refusal such as ALREADY_DECIDED also means that the list on the screen is out of date.
    onSettled: () =>
      Promise.all(refreshes.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
