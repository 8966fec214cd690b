import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import './Notice.scss'

interface Props {
  tone: 'info' | 'good' | 'warn' | 'bad'
  children: ReactNode
  testId?: string
}

const ICONS: Record<Props['tone'], IconName> = {
  info: 'info',
  good: 'check',
  warn: 'alert',
  bad: 'alert',
}

/** A sentence that stands out; its icon says the same as its colour. */
export function Notice({ tone, children, testId }: Props) {
  return (
    <View className={`fp-notice fp-notice--${tone}`} data-testid={testId} aria-role="status">
      <Icon name={ICONS[tone]} size={20} />
      <View className="fp-grow">{children}</View>
    </View>
  )
}
