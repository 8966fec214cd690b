import { useInfiniteQuery } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Output } from '../../../contract/actions'
import { call } from '../../api/call'
import { Button } from '../../components/Button'
import { ErrorState } from '../../components/ErrorState'
import { ListRow } from '../../components/ListRow'
import { Skeleton } from '../../components/Skeleton'

export type Org = Output<'orgs.list'>['items'][number]

const KIND_WORDS: Record<Org['kind'], string> = {
  centre: '反诈中心',
  station: '派出所',
  community: '村（社区）',
  school: '学校',
  company: '企业',
  squad: '分队',
}

/** The kind is left out where the name already says it. */
function hintOf({ name, kind, open }: Org): string | undefined {
  const words = KIND_WORDS[kind]
  const parts = [name.includes(words) ? '' : words, open ? '' : '暂不接受申请'].filter(Boolean)
  return parts.join(' · ') || undefined
}

interface Props {
  chosen: Org | null
  onChoose: (org: Org | null) => void
}

/** Down the tree of units; any that takes applications may be chosen. */
export function OrgPicker({ chosen, onChoose }: Props) {
  const [walked, setWalked] = useState<Org[]>([])
  const query = useInfiniteQuery({
    queryKey: ['orgs.list'],
    queryFn: ({ pageParam }) =>
      call('orgs.list', { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
  // The tree is only whole once every page is here; a county has a few hundred units at most.
  const { hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  if (query.isPending) return <Skeleton cards={1} />
  if (query.isError && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  }
  if (chosen) {
    return (
      <View className="fp-stack" data-testid="apply-org-chosen">
        <Text className="fp-subtitle">{chosen.name}</Text>
        <Button kind="plain" small onPress={() => onChoose(null)}>
          换一个单位
        </Button>
      </View>
    )
  }
  const orgs = query.data.pages.flatMap((page) => page.items)
  const known = new Set(orgs.map(({ id }) => id))
  const below = (id: string | null) =>
    orgs.filter(({ parentId }) =>
      id === null ? parentId === null || !known.has(parentId) : parentId === id,
    )
  // A county has one unit at its top: nobody needs to be asked for it.
  const tops = below(null)
  const start = tops.length === 1 ? tops : []
  const above = [...start, ...walked]
  const here = above[above.length - 1]
  const choose = (org: Org) =>
    below(org.id).length > 0 ? setWalked([...walked, org]) : org.open && onChoose(org)

  return (
    <View data-testid="apply-orgs">
      {here && (
        <View className="fp-row">
          {walked.length > 0 && (
            <Button small kind="plain" onPress={() => setWalked(walked.slice(0, -1))}>
              返回上一级
            </Button>
          )}
          {here.open && (
            <Button small kind="soft" onPress={() => onChoose(here)} testId="apply-org-here">
              {`就选${here.name}`}
            </Button>
          )}
        </View>
      )}
      {below(here?.id ?? null).map((org) => (
        <ListRow
          key={org.id}
          title={org.name}
          hint={hintOf(org)}
          onPress={() => choose(org)}
          testId="apply-org"
        />
      ))}
      {query.isFetchingNextPage && <Text className="fp-muted">正在加载更多单位…</Text>}
    </View>
  )
}
