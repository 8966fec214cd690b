import { Text, View } from '@tarojs/components'
import './Points.scss'

interface Props {
  items: readonly string[]
}

/** A few short points, one under the other. */
export function Points({ items }: Props) {
  return (
    <View className="fp-points">
      {items.map((item) => (
        <View className="fp-points__one" key={item}>
          <View className="fp-points__dot" />
          <Text className="fp-grow">{item}</Text>
        </View>
      ))}
    </View>
  )
}
