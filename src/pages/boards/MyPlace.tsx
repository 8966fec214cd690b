import type { UseQueryResult } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import type { Output } from '../../../contract/actions'
import { isOutOfReach } from '../../api/api-error'
import { Card } from '../../components/Card'
import { Stat } from '../../components/Stat'
import { type BoardQuery, scoreUnit } from './board-query'

interface Props {
  query: BoardQuery
  mine: UseQueryResult<Output<'boards.mine'>, Error>
  signedIn: boolean
}

/** My own place, above the list, so nobody has to look for themselves. */
export function MyPlace({ query, mine, signedIn }: Props) {
  const place = mine.data?.mine
  if (!signedIn) {
    return (
      <Card tone="primary">
        <Text className="fp-text">登录后能看到自己的位置。不登录也能看榜。</Text>
      </Card>
    )
  }
  if (mine.isPending) return null
  if (mine.isError) {
    if (!isOutOfReach(mine.error)) return null
    return (
      <Card tone="warn">
        <Text className="fp-text">网络不通，暂时看不到自己的位置。</Text>
      </Card>
    )
  }
  if (!place) {
    return (
      <Card tone="primary" testId="my-place">
        <Text className="fp-text">
          {query.role === 'promoter'
            ? '您这段时间还不在宣传员榜上。带会第一位街坊就会出现。'
            : '您这段时间还不在志愿者榜上。学完一课、答对小测就有积分。'}
        </Text>
      </Card>
    )
  }
  return (
    <Card tone="primary" testId="my-place">
      <View className="fp-row">
        <Stat label="我的名次" value={place.rank} testId="my-rank" />
        <Stat label="我的成绩" value={place.score} unit={scoreUnit(query)} testId="my-score" />
        <Stat label="一起参加" value={place.members} unit="人" />
      </View>
      <Text className="fp-boards__next">
        {place.toNext === null
          ? '您排在最前面，谢谢您带动大家'
          : `再有 ${place.toNext} ${scoreUnit(query)} 就追上前一位`}
      </Text>
    </Card>
  )
}
