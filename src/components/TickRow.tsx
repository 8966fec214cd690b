import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { Press } from './Press'
import './TickRow.scss'

interface Props {
  title: string
  hint?: string
  on: boolean
  onChange: (on: boolean) => void
  /** A tick belongs to a form that is sent later; a switch acts at once. */
  kind?: 'checkbox' | 'switch'
  disabled?: boolean
  testId?: string
}

export function TickRow({ title, hint, on, onChange, kind = 'checkbox', ...props }: Props) {
  return (
    <Press
      className="fp-tick"
      role={kind}
      on={on}
      label={title}
      disabled={props.disabled}
      onPress={() => onChange(!on)}
      testId={props.testId}
    >
      <View className="fp-tick__in">
        <View className="fp-grow">
          <Text className="fp-tick__title">{title}</Text>
          {hint && <Text className="fp-tick__hint">{hint}</Text>}
        </View>
        <View className={`fp-tick__mark fp-tick__mark--${kind}${on ? ' fp-tick__mark--on' : ''}`}>
          {kind === 'checkbox' ? (
            on && <Icon name="check" size={18} />
          ) : (
            <View className="fp-knob" />
          )}
        </View>
      </View>
    </Press>
  )
}
