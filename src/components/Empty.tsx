import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import './Empty.scss'

interface Props {
  title: string
  hint?: string
  icon?: IconName
  children?: ReactNode
  testId?: string
}

/** Nothing here, said kindly, with the way on. */
export function Empty({ title, hint, icon = 'book', children, testId = 'empty' }: Props) {
  return (
    <View className="fp-empty" data-testid={testId}>
      <View className="fp-empty__icon">
        <Icon name={icon} size={34} />
      </View>
      <Text className="fp-empty__title">{title}</Text>
      {hint && <Text className="fp-empty__hint">{hint}</Text>}
      {children && <View className="fp-empty__more">{children}</View>}
    </View>
  )
}
