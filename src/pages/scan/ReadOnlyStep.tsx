import { Text } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { open } from '../../device/navigation'
import { StepFrame } from './StepFrame'

/** Children may read everything; nothing about them is kept. */
export function ReadOnlyStep() {
  return (
    <StepFrame
      at={1}
      foot={
        <Button onPress={() => open('/pages/home/feed')} testId="read-only">
          去看文章
        </Button>
      }
    >
      <Heading level={1}>小朋友，欢迎你来学反诈</Heading>
      <Card tone="good">
        <Text className="fp-text">
          未满 14
          岁不用登记，我们也不会记下你的任何信息。文章都可以看，看完记得讲给爸爸妈妈、爷爷奶奶听。
        </Text>
      </Card>
      <Card>
        <Text className="fp-text">
          记住一句话：有人在网上让你转账、要验证码、让你加好友领皮肤，先告诉家长。
        </Text>
      </Card>
    </StepFrame>
  )
}
