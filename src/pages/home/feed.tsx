import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty } from '../../components/Empty'
import { ErrorState } from '../../components/ErrorState'
import { Screen } from '../../components/Screen'
import { Skeleton } from '../../components/Skeleton'
import { useShareCard } from '../../device/share'
import { ArticleCard } from './ArticleCard'
import { FeedFilters } from './FeedFilters'
import { EVERYTHING, type FeedFilter } from './feed-filter'
import { Hero } from './Hero'
import { LocalWelcome } from './LocalWelcome'
import { MoreFoot } from './MoreFoot'
import { useFeed } from './use-feed'
import './feed.scss'

export default function FeedPage() {
  const [filter, setFilter] = useState<FeedFilter>(EVERYTHING)
  const feed = useFeed(filter)
  useShareCard('防骗我最牛：看最新骗术，拿不准先打 96110', '/pages/home/feed')
  usePullDownRefresh(() => void feed.refresh().finally(() => stopPullDownRefresh()))
  useReachBottom(() => feed.more())

  return (
    <Screen title="学反诈" tab="feed" keptAt={feed.keptAt} bare>
      <Hero />
      <View className="fp-feed">
        <LocalWelcome />
        <FeedFilters filter={filter} onChange={setFilter} />
        {feed.loading && <Skeleton cards={4} />}
        {feed.error && <ErrorState error={feed.error} onRetry={() => void feed.refresh()} />}
        {feed.empty && (
          <Empty title="这一类还没有文章" hint="换一类看看，新文章会陆续上来。" icon="book" />
        )}
        {feed.cards.map((card) => (
          <ArticleCard card={card} key={card.slug} />
        ))}
        {feed.cards.length > 0 && <MoreFoot feed={feed} />}
      </View>
    </Screen>
  )
}
