import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import { Press } from './Press'
import './ListRow.scss'

interface Props {
  title: string
  hint?: string | undefined
  icon?: IconName
  onPress: () => void
  testId?: string
}

/** One line that leads somewhere. */
export function ListRow({ title, hint, icon, onPress, testId }: Props) {
  return (
    <Press className="fp-list-row" onPress={onPress} testId={testId}>
      <View className="fp-list-row__in">
        {icon && <Icon name={icon} size={22} />}
        <View className="fp-grow">
          <Text className="fp-list-row__title">{title}</Text>
          {hint && <Text className="fp-list-row__hint">{hint}</Text>}
        </View>
        <Icon name="chevron" size={18} />
      </View>
    </Press>
  )
}
