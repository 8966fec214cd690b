import { Text } from '@tarojs/components'
import { reasonWords } from '../../api/reason-words'
import { Button } from '../../components/Button'
import { Empty } from '../../components/Empty'
import { open } from '../../device/navigation'
import type { Recruitment } from './scan-steps'

/** Too late, or another scan took its place: said with the reason, and the way on. */
export function ExpiredStep({ recruitment }: { recruitment: Recruitment }) {
  return (
    <Empty
      icon="clock"
      title="这次学习已经结束了"
      hint="请当面再扫一次宣传员的二维码，很快就能学完。"
      testId="expired"
    >
      {recruitment.reasons.map((reason) => (
        <Text className="fp-muted" key={reason}>
          {reasonWords(reason)}
        </Text>
      ))}
      <Button onPress={() => open('/pages/home/feed')}>先看看文章</Button>
    </Empty>
  )
}
