import { Text, View } from '@tarojs/components'
import './Stat.scss'

interface Props {
  label: string
  value: number
  unit?: string
  testId?: string
}

export function Stat({ label, value, unit, testId }: Props) {
  return (
    <View className="fp-stat" aria-label={`${label} ${value}${unit ?? ''}`}>
      <Text className="fp-stat__value" data-testid={testId}>
        {String(value)}
      </Text>
      <Text className="fp-stat__label">{unit ? `${label}（${unit}）` : label}</Text>
    </View>
  )
}
