import { Text, View } from '@tarojs/components'
import { goBack } from '../device/navigation'
import { Icon } from './Icon'
import { Press } from './Press'
import './TopBar.scss'

interface Props {
  title: string
}

/** The bar WeChat draws itself; in a browser we have to. */
export function TopBar({ title }: Props) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <View className="fp-top-bar">
      <Press className="fp-top-bar__back" label="返回" onPress={goBack} testId="back">
        <Icon name="back" size={22} />
      </Press>
      <Text className="fp-top-bar__title">{title}</Text>
      <View className="fp-top-bar__back" />
    </View>
  )
}
