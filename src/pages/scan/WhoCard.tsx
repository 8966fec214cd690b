import { Text, View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Heading } from '../../components/Heading'
import { Icon } from '../../components/Icon'
import { dial } from '../../device/phone-call'
import './WhoCard.scss'

interface Props {
  unit: string
  promoterName: string | null
  verified?: boolean
}

/** Who stands before the resident, and how to check that without trusting this page. */
export function WhoCard({ unit, promoterName, verified = true }: Props) {
  return (
    <View className="fp-who" data-testid="who">
      <View className="fp-who__badge">
        <Icon name="shield" size={40} />
      </View>
      <Text className="fp-who__lead">站在您面前的是</Text>
      <Heading level={1} className="fp-who__unit">
        {unit}
      </Heading>
      {promoterName && <Text className="fp-who__name">{`宣传员 ${promoterName}`}</Text>}
      {verified && (
        <View className="fp-who__mark">
          <Icon name="check" size={18} />
          <Text>反诈中心已核验，二维码有效</Text>
        </View>
      )}
      <View className="fp-who__call">
        <Button kind="plain" icon="phone" onPress={() => dial('96110')}>
          拨 96110 核实
        </Button>
      </View>
      <Text className="fp-muted">宣传员不会问您要密码、验证码，也不会让您转账。</Text>
    </View>
  )
}
