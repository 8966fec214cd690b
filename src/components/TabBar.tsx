import { Text, View } from '@tarojs/components'
import { open } from '../device/navigation'
import { Icon, type IconName } from './Icon'
import { Press } from './Press'
import './TabBar.scss'

export type TabName = 'feed' | 'boards' | 'me'

const TABS: readonly { name: TabName; text: string; icon: IconName; path: string }[] = [
  { name: 'feed', text: '学反诈', icon: 'book', path: '/pages/home/feed' },
  { name: 'boards', text: '榜单', icon: 'trophy', path: '/pages/boards/boards' },
  { name: 'me', text: '我的', icon: 'user', path: '/pages/me/me' },
]

interface Props {
  now: TabName
}

export function TabBar({ now }: Props) {
  return (
    <View className="fp-tab-bar" aria-role="tablist">
      {TABS.map(({ name, text, icon, path }) => (
        <Press
          key={name}
          className={`fp-tab${name === now ? ' fp-tab--now' : ''}`}
          role="tab"
          on={name === now}
          label={text}
          testId={`tab-${name}`}
          onPress={() => name !== now && open(path)}
        >
          <View className="fp-tab__in">
            <Icon name={icon} size={24} />
            <Text className="fp-tab__text">{text}</Text>
          </View>
        </Press>
      ))}
    </View>
  )
}
