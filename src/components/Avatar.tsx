import { Text, View } from '@tarojs/components'
import './Avatar.scss'

interface Props {
  name: string
  tone?: 'primary' | 'accent'
  size?: number
}

/** The first character of a name: nobody has to upload a picture. */
export function Avatar({ name, tone = 'primary', size = 48 }: Props) {
  const side = `${size}px`
  return (
    <View
      className={`fp-avatar fp-avatar--${tone}`}
      style={{ width: side, height: side, fontSize: `${Math.round(size * 0.42)}px` }}
      aria-hidden="true"
    >
      <Text>{Array.from(name)[0] ?? '我'}</Text>
    </View>
  )
}
