import { Text, View } from '@tarojs/components'
import { Heading } from '../../components/Heading'
import { Helpline } from '../../components/Helpline'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { open } from '../../device/navigation'
import './Hero.scss'

/** What to do right now, before anything to read. */
export function Hero() {
  return (
    <View className="fp-hero">
      <View className="fp-hero__head">
        <View className="fp-hero__badge">
          <Icon name="shield" size={26} />
        </View>
        <View className="fp-grow">
          <Heading level={1} className="fp-hero__title">
            防骗我最牛
          </Heading>
          <Text className="fp-hero__words">不轻信 不透露 多核实</Text>
        </View>
        <Press
          className="fp-hero__verify"
          label="验真码"
          onPress={() => open('/pages/verify/verify')}
        >
          <Icon name="qr" size={22} />
          <Text className="fp-hero__verify-words">验真码</Text>
        </Press>
      </View>
      <View className="fp-hero__now">
        <Press
          className="fp-hero__calm"
          label="我正要转账，先停一停"
          onPress={() => open('/pages/home/calm')}
          testId="calm"
        >
          <View className="fp-row">
            <Icon name="alert" size={28} />
            <View className="fp-grow">
              <Text className="fp-hero__calm-title">我正要转账</Text>
              <Text className="fp-hero__calm-words">停一停，答 3 个问题</Text>
            </View>
            <Icon name="chevron" size={20} />
          </View>
        </Press>
        <Helpline />
      </View>
    </View>
  )
}
