import { Text, View } from '@tarojs/components'
import { Button } from '../../components/Button'
import type { Feed } from './use-feed'

/** The end of the list: more to come, failed with retry, or all read. */
export function MoreFoot({ feed }: { feed: Feed }) {
  if (!feed.hasMore) {
    return (
      <View className="fp-centre">
        <Text className="fp-muted">已经到底了，学到一招，讲给家里人听听</Text>
      </View>
    )
  }
  const words = feed.moreFailed ? '没加载出来，再试一次' : '再看一些'
  return (
    <Button kind="soft" busy={feed.loadingMore} onPress={feed.more} testId="more">
      {words}
    </Button>
  )
}
