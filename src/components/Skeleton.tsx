import { View } from '@tarojs/components'
import './Skeleton.scss'

interface Props {
  cards?: number
}

/** Grey shapes where cards will be; a screen reader hears one sentence instead. */
export function Skeleton({ cards = 3 }: Props) {
  return (
    <View className="fp-stack" data-testid="loading" aria-label="正在加载" aria-role="status">
      {Array.from({ length: cards }, (_, at) => `card-${at}`).map((key) => (
        <View className="fp-skeleton" key={key}>
          <View className="fp-skeleton__line fp-skeleton__line--short" />
          <View className="fp-skeleton__line" />
          <View className="fp-skeleton__line fp-skeleton__line--long" />
        </View>
      ))}
    </View>
  )
}
