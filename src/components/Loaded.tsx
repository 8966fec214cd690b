import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState'
import { Skeleton } from './Skeleton'

interface Props<T> {
  query: UseQueryResult<T, Error>
  children: (data: T) => ReactNode
  skeletons?: number
}

/** One read of the server in its four states: loading, failed with retry, kept, there. */
export function Loaded<T>({ query, children, skeletons = 3 }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return <Skeleton cards={skeletons} />
}
