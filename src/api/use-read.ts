import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ActionName, Input, Output } from '../../contract/actions'
import { call } from './call'
import { useWho } from './session-store'

/** Reads one action for the current person; `enabled: false` waits (for a sign-in, for an id). */
export function useRead<N extends ActionName>(
  action: N,
  input: Input<N>,
  enabled = true,
): UseQueryResult<Output<N>, Error> {
  const who = useWho()
  return useQuery<Output<N>, Error>({
    queryKey: [action, who, input],
    queryFn: () => call(action, input),
    enabled,
  })
}
