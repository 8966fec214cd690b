import { useState } from 'react'
import type { ActionName, Input, Output } from '../../contract/actions'
import { useRead } from './use-read'

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

/** Actions that answer one page of a list. */
export type ListName = {
  [N in ActionName]: Output<N> extends Page ? ('cursor' extends keyof Input<N> ? N : never) : never
}[ActionName]

export type Item<N extends ListName> =
  Output<N> extends { readonly items: readonly (infer T)[] } ? T : never

/** What a table needs of a list: the rows, where it stands, and how to turn the page. */
export interface List<T> {
  readonly items: readonly T[] | null
  readonly loading: boolean
  readonly turning: boolean
  readonly error: unknown
  readonly retry: () => void
  readonly pageNumber: number
  readonly previous: (() => void) | null
  readonly next: (() => void) | null
}

/** Safe because Item<N> is by definition the element type of Output<N>'s items. */
export function itemsOf<N extends ListName>(page: Page): readonly Item<N>[] {
  return page.items as readonly Item<N>[]
}

/** One page of a list by cursor; another filter begins at the first page again. */
export function useList<N extends ListName>(
  name: N,
  filter: Omit<Input<N>, 'cursor'>,
  options: { enabled?: boolean } = {},
): List<Item<N>> {
  const filterKey = JSON.stringify(filter)
  const [trail, setTrail] = useState<{ filterKey: string; cursors: readonly string[] }>({
    filterKey,
    cursors: [],
  })
  const cursors = trail.filterKey === filterKey ? trail.cursors : []
  const cursor = cursors.at(-1)
  const input = (cursor === undefined ? filter : { ...filter, cursor }) as Input<N>
  const query = useRead(name, input, { ...options, keepPrevious: true })
  const page: Page | undefined = query.data
  const nextCursor = page?.nextCursor ?? null
  return {
    items: page === undefined ? null : itemsOf<N>(page),
    loading: query.isPending,
    turning: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    pageNumber: cursors.length + 1,
    previous:
      cursors.length === 0 ? null : () => setTrail({ filterKey, cursors: cursors.slice(0, -1) }),
    next:
      nextCursor === null || query.isPlaceholderData
        ? null
        : () => setTrail({ filterKey, cursors: [...cursors, nextCursor] }),
  }
}
