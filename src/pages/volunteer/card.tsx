import { Text, View } from '@tarojs/components'
import dayjs from 'dayjs'
import type { Output } from '../../../contract/actions'
import { useSignedIn } from '../../api/session-store'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Heading } from '../../components/Heading'
import { Icon } from '../../components/Icon'
import { ListRow } from '../../components/ListRow'
import { Loaded } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { open } from '../../device/navigation'
import { SignInFirst } from '../me/SignInFirst'
import { OutcomeReasons } from '../scan/OutcomeReasons'
import './card.scss'

type Me = Output<'members.me'>

export default function VolunteerCardPage() {
  const signedIn = useSignedIn()
  const me = useRead('members.me', {}, signedIn)
  return (
    <Screen title="我的志愿者卡">
      {signedIn ? (
        <Loaded query={me} skeletons={2}>
          {(data) => (data.volunteer ? <VolunteerCard me={data} /> : <NotYet />)}
        </Loaded>
      ) : (
        <SignInFirst />
      )}
    </Screen>
  )
}

function VolunteerCard({ me }: { me: Me }) {
  const { volunteer } = me
  if (!volunteer) return null
  const { unit, promoterName, since, credit, reasons } = volunteer
  return (
    <>
      <View className="fp-volunteer" data-testid="volunteer-card">
        <View className="fp-row">
          <Icon name="shield" size={30} />
          <Text className="fp-volunteer__kind">反诈志愿者</Text>
        </View>
        <Heading level={1} className="fp-volunteer__name">
          {me.displayName}
        </Heading>
        <Text className="fp-volunteer__line">{unit ? `所属：${unit}` : '自己报名的志愿者'}</Text>
        {promoterName && <Text className="fp-volunteer__line">{`带会我的：${promoterName}`}</Text>}
        <View className="fp-volunteer__foot">
          <Text>{`${dayjs(since).format('YYYY年M月D日')} 加入`}</Text>
          <Text className="fp-volunteer__points">{`${me.points.volunteer} 分`}</Text>
        </View>
      </View>
      {credit && credit !== 'credited' && (
        <OutcomeReasons reasons={reasons} held={credit === 'held'} />
      )}
      <Card>
        <ListRow icon="star" title="我的分怎么来的" onPress={() => open('/pages/me/points')} />
        <ListRow icon="book" title="接着学，看新骗术" onPress={() => open('/pages/home/feed')} />
        <ListRow icon="trophy" title="看看榜单" onPress={() => open('/pages/boards/boards')} />
      </Card>
      <Text className="fp-muted">志愿者没有硬任务：把学到的讲给身边人，就是最好的帮忙。</Text>
    </>
  )
}

function NotYet() {
  return (
    <Empty
      icon="card"
      title="您还不是志愿者"
      hint="当面扫一位宣传员的二维码，学一课、答三题，就有志愿者卡了。"
    >
      <Button onPress={() => open('/pages/scan/scan')}>接着上次没学完的课</Button>
      <Button kind="soft" onPress={() => open('/pages/home/feed')}>
        先看看文章
      </Button>
    </Empty>
  )
}
