import { Text, View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useSignedIn } from '../../api/session-store'
import { useRead } from '../../api/use-read'
import { Heading } from '../../components/Heading'
import { Loaded } from '../../components/Loaded'
import { QrPicture } from '../../components/QrPicture'
import { Screen } from '../../components/Screen'
import { SignInFirst } from '../me/SignInFirst'
import { codeAddress } from './code-address'
import { MyCode } from './MyCode'
import './show.scss'

const IN_WECHAT = process.env.TARO_ENV === 'weapp'

/** Held out to the next neighbour: nothing on it but whose code it is and the code. */
export default function ShowPage() {
  const signedIn = useSignedIn()
  const code = useRead('codes.mine', {}, signedIn)
  useDidShow(() => {
    if (!IN_WECHAT) return
    void Taro.setScreenBrightness({ value: 1 })
    void Taro.setKeepScreenOn({ keepScreenOn: true })
  })
  useDidHide(() => {
    if (IN_WECHAT) void Taro.setKeepScreenOn({ keepScreenOn: false })
  })

  return (
    <Screen title="给下一位看">
      {!signedIn && <SignInFirst />}
      {signedIn && (
        <Loaded query={code} skeletons={1}>
          {({ code: mine }) =>
            mine?.state === 'active' ? (
              <View className="fp-show" data-testid="show">
                <Heading level={1} className="fp-show__unit">
                  {mine.org.name}
                </Heading>
                {mine.promoterName && (
                  <Text className="fp-show__name">{`宣传员 ${mine.promoterName}`}</Text>
                )}
                <QrPicture text={codeAddress(mine.path)} size={288} />
                <Text className="fp-show__words">扫一扫，三分钟学一招防骗</Text>
                <Text className="fp-show__hint">不放心可拨 96110 核实</Text>
                <Text className="fp-show__hint">
                  {IN_WECHAT ? '屏幕已调亮，不会自动熄灭' : '请把屏幕亮度调到最高，方便街坊扫码'}
                </Text>
              </View>
            ) : (
              <MyCode code={mine} />
            )
          }
        </Loaded>
      )}
    </Screen>
  )
}
