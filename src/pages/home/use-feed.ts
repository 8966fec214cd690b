import { useInfiniteQuery } from '@tanstack/react-query'
import { readFeed } from '../../api/kept-reads'
import { type ArticleCardData, type FeedFilter, filterToInput } from './feed-filter'

const PAGE_SIZE = 10

export interface Feed {
  cards: ArticleCardData[]
  loading: boolean
  error: Error | null
  empty: boolean
  keptAt: number | null
  hasMore: boolean
  loadingMore: boolean
  moreFailed: boolean
  more(): void
  refresh(): Promise<unknown>
}

/** The articles of one filter, page by page; what was kept on the phone stands in when offline. */
export function useFeed(filter: FeedFilter): Feed {
  const query = useInfiniteQuery({
    queryKey: ['content.list', filterToInput(filter)],
    queryFn: ({ pageParam }) =>
      readFeed({
        ...filterToInput(filter),
        limit: PAGE_SIZE,
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
  const cards = query.data?.pages.flatMap((page) => page.items) ?? []
  return {
    cards,
    loading: query.isPending,
    error: query.data ? null : query.error,
    empty: query.isSuccess && cards.length === 0,
    keptAt: query.data?.pages[0]?.keptAt ?? null,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    moreFailed: query.isFetchNextPageError,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    refresh: () => query.refetch(),
  }
}
