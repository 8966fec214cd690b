import { Text, View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Helpline } from '../../components/Helpline'
import { Icon } from '../../components/Icon'
import { dial } from '../../device/phone-call'
import { stopReasons } from './calm-questions'
import { FamilyCall } from './FamilyCall'

interface Props {
  chosen: readonly number[]
  onRestart: () => void
}

export function CalmVerdict({ chosen, onRestart }: Props) {
  const reasons = stopReasons(chosen)
  const stop = reasons.length > 0
  return (
    <View className="fp-calm">
      <Card tone={stop ? 'bad' : 'good'} testId="calm-verdict">
        <View className={`fp-calm__verdict fp-calm__verdict--${stop ? 'stop' : 'fine'}`}>
          <Icon name={stop ? 'alert' : 'check'} size={36} />
          <Heading level={1}>{stop ? '先别转！' : '暂时没看到骗局的样子'}</Heading>
        </View>
        {reasons.map((reason) => (
          <Text className="fp-calm__reason" key={reason}>
            {reason}
          </Text>
        ))}
        {!stop && (
          <Text className="fp-calm__reason">
            转之前再核对一遍户名和金额。心里有一点不踏实，就打 96110 问一问，不麻烦。
          </Text>
        )}
      </Card>
      <Button kind="accent" icon="phone" onPress={() => dial('96110')}>
        打 96110 问一问
      </Button>
      <FamilyCall />
      <Card>
        <Heading>钱已经转出去了？</Heading>
        <Text className="fp-text">
          马上打 110，说清转账时间、金额和对方账号；保留聊天和转账记录，别删。越早越有希望拦下来。
        </Text>
      </Card>
      <Helpline />
      <Button kind="plain" icon="refresh" onPress={onRestart}>
        重新问一遍
      </Button>
    </View>
  )
}
