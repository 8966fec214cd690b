import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ActionName, Input, Output } from '../../contract/actions'
import { call } from './call'

/** One answer of the door, kept fresh while its page is open. */
export function useRead<N extends ActionName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<Output<N>> {
  return useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}
