import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Press } from './Press'
import './Card.scss'

interface Props {
  children: ReactNode
  tone?: 'plain' | 'primary' | 'good' | 'warn' | 'bad' | 'accent'
  onPress?: () => void
  label?: string
  testId?: string
}

/** A piece of paper on the page; with `onPress` all of it is one button. */
export function Card({ children, tone = 'plain', onPress, label, testId }: Props) {
  const classes = `fp-card fp-card--${tone}`
  if (!onPress) {
    return (
      <View className={classes} data-testid={testId}>
        {children}
      </View>
    )
  }
  return (
    <Press className={classes} onPress={onPress} label={label} testId={testId}>
      {children}
    </Press>
  )
}
