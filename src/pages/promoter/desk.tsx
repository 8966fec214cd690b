import { Text, View } from '@tarojs/components'
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useSignedIn } from '../../api/session-store'
import { useRead } from '../../api/use-read'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Loaded } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { Stat } from '../../components/Stat'
import { SignInFirst } from '../me/SignInFirst'
import { MyCode } from './MyCode'
import { Recruits } from './Recruits'
import './desk.scss'

export default function DeskPage() {
  const signedIn = useSignedIn()
  const code = useRead('codes.mine', {}, signedIn)
  const desk = useRead('promoters.desk', {}, signedIn)
  const refresh = () => Promise.all([code.refetch(), desk.refetch()])
  useDidShow(() => {
    if (desk.data) void refresh()
  })
  usePullDownRefresh(() => void refresh().finally(() => stopPullDownRefresh()))

  return (
    <Screen title="宣传员工作台">
      {!signedIn && <SignInFirst />}
      {signedIn && (
        <Loaded query={code} skeletons={1}>
          {(data) => <MyCode code={data.code} />}
        </Loaded>
      )}
      {signedIn && !code.isError && (
        <Loaded query={desk} skeletons={2}>
          {(data) => (
            <>
              <Card testId="desk">
                <Heading>{`您带会了 ${data.credited} 位街坊`}</Heading>
                <Text className="fp-muted">
                  {data.fence ? `${data.org.name} · ${data.fence.name}` : data.org.name}
                </Text>
                <View className="fp-desk__stats">
                  <Stat label="今天" value={data.today} testId="desk-today" />
                  <Stat label="本周" value={data.thisWeek} testId="desk-week" />
                  <Stat label="积分" value={data.points} testId="desk-points" />
                </View>
                <View className="fp-desk__stats">
                  <Stat label="已计数" value={data.credited} testId="desk-credited" />
                  <Stat label="待核" value={data.held} testId="desk-held" />
                  <Stat label="不计数" value={data.refused} testId="desk-refused" />
                </View>
              </Card>
              <Recruits recruits={data.recruits} />
            </>
          )}
        </Loaded>
      )}
    </Screen>
  )
}
