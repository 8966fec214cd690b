import { useInfiniteQuery } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import dayjs from 'dayjs'
import type { Output } from '../../../contract/actions'
import { call } from '../../api/call'
import { useSignedIn, useWho } from '../../api/session-store'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { ErrorState } from '../../components/ErrorState'
import { Heading } from '../../components/Heading'
import { Screen } from '../../components/Screen'
import { Skeleton } from '../../components/Skeleton'
import { SignInFirst } from './SignInFirst'
import './points.scss'

type Entry = Output<'ledger.mine'>['items'][number]

const WHAT_WORDS: Record<Entry['what'], string> = {
  recruit: '带会一位街坊',
  learned: '学会一课',
  correction: '更正',
}
const ROLE_WORDS: Record<Entry['role'], string> = { promoter: '宣传员', volunteer: '志愿者' }
const PAGE_SIZE = 20

export default function PointsPage() {
  const signedIn = useSignedIn()
  const who = useWho()
  const query = useInfiniteQuery({
    queryKey: ['ledger.mine', who],
    queryFn: ({ pageParam }) =>
      call('ledger.mine', { limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: signedIn,
  })
  const entries = query.data?.pages.flatMap((page) => page.items) ?? []
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  useReachBottom(more)

  return (
    <Screen title="我的分怎么来的">
      {!signedIn && <SignInFirst />}
      {signedIn && query.isPending && <Skeleton cards={4} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && entries.length === 0 && (
        <Empty
          icon="star"
          title="还没有积分"
          hint="学会一课得分，带会一位街坊也得分；转发不得分。每一笔都会记在这里。"
        />
      )}
      {entries.length > 0 && (
        <Card testId="entries">
          <Heading>每一分都有来处</Heading>
          {entries.map((entry) => (
            <OneEntry entry={entry} key={entry.key} />
          ))}
        </Card>
      )}
      {query.hasNextPage && (
        <Button kind="soft" busy={query.isFetchingNextPage} onPress={more}>
          再看一些
        </Button>
      )}
      {entries.length > 0 && (
        <Text className="fp-muted">对哪一笔有疑问，请联系所在单位或拨 96110。</Text>
      )}
    </Screen>
  )
}

function OneEntry({ entry }: { entry: Entry }) {
  const where = entry.fenceName ? ` · ${entry.fenceName}` : ''
  return (
    <View className="fp-entry" data-testid="entry">
      <View className="fp-grow">
        <Text className="fp-entry__what">{WHAT_WORDS[entry.what]}</Text>
        <Text className="fp-entry__when">
          {`${dayjs(entry.at).format('YYYY年M月D日 HH:mm')}${where}`}
        </Text>
        <Text className="fp-entry__when">
          {`${ROLE_WORDS[entry.role]}积分 · 按规则 ${entry.ruleVersion}`}
        </Text>
      </View>
      <Text className={`fp-entry__points${entry.points < 0 ? ' fp-entry__points--less' : ''}`}>
        {`${entry.points > 0 ? '+' : ''}${entry.points}`}
      </Text>
    </View>
  )
}
