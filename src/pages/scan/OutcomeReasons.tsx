import { Text } from '@tarojs/components'
import { reasonWords } from '../../api/reason-words'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Points } from '../../components/Points'

interface Props {
  reasons: readonly string[]
  held: boolean
}

/** Why a credit waits or does not count, in plain words and without blame. */
export function OutcomeReasons({ reasons, held }: Props) {
  if (reasons.length === 0) return null
  return (
    <Card tone="warn" testId="reasons">
      <Heading level={3}>{held ? '为什么要等一等' : '为什么这次不计数'}</Heading>
      <Points items={reasons.map(reasonWords)} />
      <Text className="fp-text">
        {held
          ? '工作人员核对后会有结果，不用您做什么，也不影响您是志愿者。'
          : '这不影响您学到的本领。觉得不对，可以拨 96110，或当面跟宣传员说。'}
      </Text>
    </Card>
  )
}
