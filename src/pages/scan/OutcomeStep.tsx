import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { queryClient } from '../../api/query-client'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Icon } from '../../components/Icon'
import { replace } from '../../device/navigation'
import { OutcomeReasons } from './OutcomeReasons'
import { outcomeWords } from './outcome-words'
import { StepFrame } from './StepFrame'
import type { Recruitment } from './scan-steps'
import './Outcome.scss'

const NEXT = [
  { icon: 'people', text: '把今天学的讲给家里老人听，一次一招' },
  { icon: 'phone', text: '记住 96110：拿不准先打它，来电一定要接' },
  { icon: 'book', text: '每周来看一篇新骗术，心里有数' },
] as const

export function OutcomeStep({ recruitment }: { recruitment: Recruitment }) {
  const words = outcomeWords(recruitment)
  // Points, roles and boards have just changed on the server.
  useEffect(() => void queryClient.invalidateQueries(), [])
  return (
    <StepFrame
      at={5}
      foot={
        <>
          <Button onPress={() => replace('/pages/volunteer/card')} testId="outcome-card">
            看我的志愿者卡
          </Button>
          <Button kind="plain" onPress={() => replace('/pages/home/feed')}>
            去看更多文章
          </Button>
        </>
      }
    >
      <View
        className={`fp-outcome fp-outcome--${words.tone}`}
        data-testid={`outcome-${recruitment.state}`}
      >
        <View className="fp-outcome__sign">
          <Icon name={words.icon} size={46} />
        </View>
        <Heading level={1} className="fp-outcome__title">
          {words.title}
        </Heading>
        <Text className="fp-outcome__words">{words.hint}</Text>
        {recruitment.points > 0 && (
          <Text className="fp-outcome__points">{`+${recruitment.points} 分`}</Text>
        )}
      </View>
      <OutcomeReasons reasons={recruitment.reasons} held={recruitment.state === 'held'} />
      <Card>
        <Heading>接下来可以做</Heading>
        {NEXT.map(({ icon, text }) => (
          <View className="fp-outcome__next" key={text}>
            <Icon name={icon} size={22} />
            <Text className="fp-grow">{text}</Text>
          </View>
        ))}
      </Card>
    </StepFrame>
  )
}
