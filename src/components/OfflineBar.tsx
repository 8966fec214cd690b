import { Text, View } from '@tarojs/components'
import dayjs from 'dayjs'
import { useNetwork } from '../device/network'
import { Icon } from './Icon'
import './OfflineBar.scss'

interface Props {
  /** When what is shown comes from the phone: the instant it was kept, in ms. */
  keptAt?: number | null | undefined
}

export function OfflineBar({ keptAt = null }: Props) {
  const online = useNetwork((state) => state.online)
  if (online && keptAt === null) return null
  const since = keptAt === null ? '' : ` · ${dayjs(keptAt).format('M月D日 HH:mm')} 保存`
  return (
    <View className="fp-offline" data-testid="offline" aria-role="status">
      <Icon name="offline" size={18} />
      <Text>{keptAt === null ? '没有网络，能看的照常看' : `正在看离线内容${since}`}</Text>
    </View>
  )
}
