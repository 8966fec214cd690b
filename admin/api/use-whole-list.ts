import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Input } from '../../contract/actions'
import { call } from './call'
import { type Item, itemsOf, type ListName } from './use-list'

export interface WholeList<T> {
  readonly items: readonly T[]
  readonly complete: boolean
  readonly error: unknown
  readonly retry: () => void
}

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

// Outlines change by import only; reading them all again on every focus would be waste.
const STALE_MS = 5 * 60_000

/** Reads a list page by page until it is complete; what has arrived can be shown meanwhile. */
export function useWholeList<N extends ListName>(
  name: N,
  filter: Omit<Input<N>, 'cursor'>,
): WholeList<Item<N>> {
  const query = useInfiniteQuery({
    queryKey: [name, 'whole', filter],
    queryFn: async ({ pageParam }): Promise<Page> =>
      call(name, (pageParam === null ? filter : { ...filter, cursor: pageParam }) as Input<N>),
    initialPageParam: null as string | null,
    staleTime: STALE_MS,
    getNextPageParam: (page: Page) => page.nextCursor,
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const pages = query.data?.pages
  const items = useMemo(() => (pages ?? []).flatMap((page) => itemsOf<N>(page)), [pages])
  return {
    items,
    complete: query.data !== undefined && !hasNextPage,
    error: query.error,
    retry: () => void (query.data === undefined ? query.refetch() : fetchNextPage()),
  }
}
