import { Text, View } from '@tarojs/components'
import dayjs from 'dayjs'
import type { Output } from '../../../contract/actions'
import { Button } from '../../components/Button'
import { Heading } from '../../components/Heading'
import { Icon } from '../../components/Icon'
import { open } from '../../device/navigation'
import { dial } from '../../device/phone-call'
import './GoodCode.scss'

interface Props {
  answer: Output<'codes.verify'>
  scene: string
}

export function GoodCode({ answer, scene }: Props) {
  const { unit, promoterName, kind, validTo } = answer
  const until = validTo ? `有效期到 ${dayjs(validTo).format('YYYY年M月D日')}` : '长期有效'
  return (
    <View className="fp-good-code" data-testid="code-green">
      <View className="fp-good-code__sign">
        <Icon name="check" size={46} />
      </View>
      <Heading level={1} className="fp-good-code__title">
        真码，可以放心
      </Heading>
      <Text className="fp-good-code__unit">{unit}</Text>
      {promoterName && <Text className="fp-text">{`宣传员 ${promoterName}`}</Text>}
      <Text className="fp-muted">
        {`${kind === 'live' ? '宣传员手机上的码' : '纸质海报码'} · ${until}`}
      </Text>
      <View className="fp-good-code__ways">
        <Button
          onPress={() => open(`/pages/scan/scan?scene=${encodeURIComponent(scene)}`)}
          testId="verify-learn"
        >
          跟着这个码学一课
        </Button>
        <Button kind="plain" icon="phone" onPress={() => dial('96110')}>
          还不放心，拨 96110
        </Button>
      </View>
    </View>
  )
}
