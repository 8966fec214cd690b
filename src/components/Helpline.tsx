import { Text, View } from '@tarojs/components'
import { dial } from '../device/phone-call'
import { Icon } from './Icon'
import { Press } from './Press'
import './Helpline.scss'

/** The two numbers that matter: ask before paying, report after losing. */
export function Helpline() {
  return (
    <View className="fp-helpline">
      <Press className="fp-helpline__one" label="拨打 96110 咨询" onPress={() => dial('96110')}>
        <HotNumber number="96110" words="拿不准先问" />
      </Press>
      <Press
        className="fp-helpline__one fp-helpline__one--urgent"
        label="拨打 110 报警"
        onPress={() => dial('110')}
      >
        <HotNumber number="110" words="钱转出快报警" />
      </Press>
    </View>
  )
}

function HotNumber({ number, words }: { number: string; words: string }) {
  return (
    <View className="fp-helpline__in">
      <Icon name="phone" size={22} />
      <View className="fp-grow">
        <Text className="fp-helpline__number">{number}</Text>
        <Text className="fp-helpline__words">{words}</Text>
      </View>
    </View>
  )
}
