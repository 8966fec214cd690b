import { Text, View } from '@tarojs/components'
import { Press } from './Press'
import './Chip.scss'

interface Props {
  text: string
  tone?: 'plain' | 'primary' | 'good' | 'warn' | 'bad'
  /** With `onPress` the chip is a choice, and `on` says whether it is taken. */
  on?: boolean
  onPress?: () => void
  testId?: string
}

export function Chip({ text, tone = 'plain', on = false, onPress, testId }: Props) {
  if (!onPress) {
    return (
      <View className={`fp-chip fp-chip--${tone}`} data-testid={testId}>
        <Text>{text}</Text>
      </View>
    )
  }
  return (
    <Press
      className={`fp-chip fp-chip--choice${on ? ' fp-chip--on' : ''}`}
      role="radio"
      on={on}
      onPress={onPress}
      testId={testId}
    >
      <Text>{text}</Text>
    </Press>
  )
}
