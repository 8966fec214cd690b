import { Text } from '@tarojs/components'
import { createElement } from 'react'

interface Props {
  children: string
  level?: 1 | 2 | 3
  className?: string
}

/** A real heading in a browser, so that a screen reader can jump from one to the next. */
export function Heading({ children, level = 2, className }: Props) {
  const classes = className ?? (level === 1 ? 'fp-title' : 'fp-subtitle')
  if (process.env.TARO_ENV === 'h5') {
    return createElement(`h${level}`, { className: classes }, children)
  }
  return <Text className={classes}>{children}</Text>
}
