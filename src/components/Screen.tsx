import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useLook } from '../theme/use-look'
import { OfflineBar } from './OfflineBar'
import { TabBar, type TabName } from './TabBar'
import { TopBar } from './TopBar'
import './Screen.scss'

interface Props {
  title: string
  children: ReactNode
  /** A tab page carries the tab bar instead of the way back. */
  tab?: TabName
  /** What the thumb needs: it stays at the lower edge. */
  foot?: ReactNode
  keptAt?: number | null | undefined
  /** The whole width, for pages that draw their own edges. */
  bare?: boolean
}

export function Screen({ title, children, tab, foot, keptAt, bare = false }: Props) {
  const look = useLook()
  return (
    <View className={`fp-screen ${look}`}>
      {!tab && <TopBar title={title} />}
      <OfflineBar keptAt={keptAt} />
      <View className={bare ? 'fp-screen__bare' : 'fp-screen__body'}>{children}</View>
      {foot && <View className="fp-screen__foot">{foot}</View>}
      {tab && <TabBar now={tab} />}
    </View>
  )
}
