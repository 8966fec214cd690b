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
      <View className="fp-stat__value">
        <Text data-testid={testId}>{String(value)}</Text>
        {unit && <Text className="fp-stat__unit">{unit}</Text>}
      </View>
      <Text className="fp-stat__label">{label}</Text>
    </View>
  )
}
