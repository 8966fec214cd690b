import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import { Press } from './Press'
import './Button.scss'

interface Props {
  children: ReactNode
  onPress: () => void
  kind?: 'primary' | 'accent' | 'soft' | 'plain' | 'danger'
  icon?: IconName
  busy?: boolean
  disabled?: boolean
  small?: boolean
  testId?: string
}

export function Button({ children, onPress, kind = 'primary', icon, busy, ...props }: Props) {
  const size = props.small ? ' fp-button--small' : ''
  return (
    <Press
      className={`fp-button fp-button--${kind}${size}`}
      disabled={props.disabled === true || busy === true}
      onPress={onPress}
      testId={props.testId}
    >
      <View className="fp-button__in">
        {busy ? <View className="fp-button__busy" /> : icon && <Icon name={icon} />}
        <Text>{children}</Text>
      </View>
    </Press>
  )
}
