import { Text, View } from '@tarojs/components'
import { useSignedIn } from '../../api/session-store'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Heading } from '../../components/Heading'
import { Loaded } from '../../components/Loaded'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { open, replace } from '../../device/navigation'
import { SignInFirst } from '../me/SignInFirst'
import { ApplyForm } from './ApplyForm'

export default function ApplyPage() {
  const signedIn = useSignedIn()
  const me = useRead('members.me', {}, signedIn)
  return (
    <Screen title="申请做宣传员">
      {!signedIn && <SignInFirst />}
      {signedIn && (
        <Loaded query={me} skeletons={2}>
          {({ promoter }) => {
            if (promoter?.state === 'waiting') {
              return <Waiting orgName={promoter.org.name} onRefresh={() => void me.refetch()} />
            }
            if (promoter?.state === 'approved') return <Approved orgName={promoter.org.name} />
            return (
              <>
                <Intro />
                {promoter?.state === 'refused' && (
                  <Notice tone="warn" testId="apply-refused">
                    {`${promoter.org.name}上次没有通过${promoter.reason ? `，原因：${promoter.reason}` : ''}。改一改可以再申请。`}
                  </Notice>
                )}
                <ApplyForm onApplied={() => void me.refetch()} />
              </>
            )
          }}
        </Loaded>
      )}
    </Screen>
  )
}

function Intro() {
  return (
    <View>
      <Heading level={1}>申请一个专属二维码</Heading>
      <Text className="fp-text">
        单位审批通过后，您会有自己的二维码。街坊当面扫码、学会一课，就是您带会的。
      </Text>
    </View>
  )
}

function Waiting({ orgName, onRefresh }: { orgName: string; onRefresh: () => void }) {
  return (
    <Card testId="apply-waiting">
      <Empty
        icon="clock"
        title="申请已交，等单位审批"
        hint={`收到申请的单位：${orgName}。通过后二维码自动出现在工作台。`}
      >
        <Button kind="soft" icon="refresh" onPress={onRefresh}>
          看看批了没有
        </Button>
        <Button kind="plain" onPress={() => open('/pages/home/feed')}>
          先去看文章
        </Button>
      </Empty>
    </Card>
  )
}

function Approved({ orgName }: { orgName: string }) {
  return (
    <Card testId="apply-approved">
      <Empty icon="check" title="您已经是宣传员了" hint={`所属单位：${orgName}`}>
        <Button onPress={() => replace('/pages/promoter/desk')}>打开工作台</Button>
      </Empty>
    </Card>
  )
}
