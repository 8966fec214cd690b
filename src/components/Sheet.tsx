import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from './Heading'
import { Icon } from './Icon'
import { Press } from './Press'
import './Sheet.scss'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A panel that rises from below over the page. */
export function Sheet({ title, onClose, children }: Props) {
  return (
    <View className="fp-sheet">
      <View className="fp-sheet__shade" onClick={onClose} />
      <View className="fp-sheet__panel" aria-role="dialog" aria-label={title}>
        <View className="fp-sheet__head">
          <Heading className="fp-subtitle fp-grow">{title}</Heading>
          <Press className="fp-sheet__close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        <ScrollView scrollY className="fp-sheet__body">
          <View className="fp-sheet__in">{children}</View>
        </ScrollView>
      </View>
    </View>
  )
}
