import { Text, View } from '@tarojs/components'
import './Steps.scss'

interface Props {
  names: readonly string[]
  at: number
}

/** How far along a short path one is: bars and words, not colour alone. */
export function Steps({ names, at }: Props) {
  return (
    <View className="fp-steps" aria-role="img" aria-label={`第${at + 1}步，共${names.length}步`}>
      <View className="fp-steps__bars">
        {names.map((name, step) => (
          <View className={`fp-steps__bar${step <= at ? ' fp-steps__bar--done' : ''}`} key={name} />
        ))}
      </View>
      <Text className="fp-steps__words" data-testid="step">
        {`第 ${at + 1} 步 / 共 ${names.length} 步 · ${names[at] ?? ''}`}
      </Text>
    </View>
  )
}
