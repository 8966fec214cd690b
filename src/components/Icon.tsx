import { View } from '@tarojs/components'
import './Icon.scss'

export type IconName =
  | 'alert'
  | 'back'
  | 'book'
  | 'card'
  | 'check'
  | 'chevron'
  | 'clock'
  | 'close'
  | 'filter'
  | 'info'
  | 'leave'
  | 'moon'
  | 'offline'
  | 'pause'
  | 'pencil'
  | 'people'
  | 'phone'
  | 'pin'
  | 'qr'
  | 'refresh'
  | 'search'
  | 'shield'
  | 'speaker'
  | 'star'
  | 'swap'
  | 'text'
  | 'trophy'
  | 'user'

interface Props {
  name: IconName
  size?: number
}

/** Drawn by a mask, so it takes the colour of the text beside it; never the only carrier of meaning. */
export function Icon({ name, size = 20 }: Props) {
  const side = `calc(${size}px * var(--icon-scale))`
  return (
    <View
      className={`fp-icon fp-icon--${name}`}
      style={{ width: side, height: side }}
      aria-hidden="true"
    />
  )
}
