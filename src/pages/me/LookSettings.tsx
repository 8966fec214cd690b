import { Text, View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Heading } from '../../components/Heading'
import { TickRow } from '../../components/TickRow'
import { type ThemeChoice, useSettings } from '../../theme/settings'

const THEMES: readonly { choice: ThemeChoice; name: string }[] = [
  { choice: 'system', name: '跟随手机' },
  { choice: 'light', name: '浅色' },
  { choice: 'dark', name: '深色' },
]

export function LookSettings() {
  const { elder, theme, change } = useSettings()
  return (
    <Card>
      <Heading>看着舒服</Heading>
      <TickRow
        kind="switch"
        title="大字版"
        hint="字更大、按钮更大，给爸妈用正好"
        on={elder}
        onChange={(on) => change({ elder: on })}
        testId="elder"
      />
      <Text className="fp-muted">页面颜色</Text>
      <View className="fp-wrap" aria-role="radiogroup" aria-label="页面颜色">
        {THEMES.map(({ choice, name }) => (
          <Chip
            key={choice}
            text={name}
            on={theme === choice}
            onPress={() => change({ theme: choice })}
            testId={`theme-${choice}`}
          />
        ))}
      </View>
    </Card>
  )
}
