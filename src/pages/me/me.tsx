import { Text } from '@tarojs/components'
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useSignedIn } from '../../api/session-store'
import { signOut } from '../../api/sign-in'
import { identityFromCloud } from '../../api/transport'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { ListRow } from '../../components/ListRow'
import { Loaded } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { open } from '../../device/navigation'
import { Consents } from './Consents'
import { LookSettings } from './LookSettings'
import { Profile } from './Profile'
import { SignInFirst } from './SignInFirst'
import { Work } from './Work'

export default function MePage() {
  const signedIn = useSignedIn()
  const me = useRead('members.me', {}, signedIn)
  useDidShow(() => {
    if (signedIn && me.data) void me.refetch()
  })
  usePullDownRefresh(() => void me.refetch().finally(() => stopPullDownRefresh()))

  return (
    <Screen title="我的" tab="me">
      {signedIn ? (
        <Loaded query={me} skeletons={3}>
          {(data) => (
            <>
              <Profile me={data} />
              <Work me={data} />
              <Consents me={data} onChanged={() => void me.refetch()} />
            </>
          )}
        </Loaded>
      ) : (
        <SignInFirst />
      )}
      <LookSettings />
      <Card>
        <ListRow
          icon="qr"
          title="验真码"
          hint="查查二维码是哪个单位发的"
          onPress={() => open('/pages/verify/verify')}
        />
        <ListRow
          icon="alert"
          title="我正要转账"
          hint="先停一停，3 个问题"
          onPress={() => open('/pages/home/calm')}
        />
      </Card>
      {!identityFromCloud && signedIn && (
        <Card>
          <Heading>演示身份</Heading>
          <Text className="fp-muted">在本机演示时，可以随时换一个人看看</Text>
          <ListRow
            icon="swap"
            title="换一个身份"
            onPress={() => open('/pages/start/start')}
            testId="switch-persona"
          />
          <Button kind="plain" icon="leave" onPress={() => void signOut()} testId="sign-out">
            退出登录
          </Button>
        </Card>
      )}
    </Screen>
  )
}
