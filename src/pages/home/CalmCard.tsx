import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Heading } from '../../components/Heading'
import { Press } from '../../components/Press'
import { Steps } from '../../components/Steps'
import { CalmVerdict } from './CalmVerdict'
import { CALM_QUESTIONS } from './calm-questions'
import './CalmCard.scss'

const STEP_NAMES = ['谁让转的', '怎么转的', '急不急']

/** Three questions before money leaves; nothing is sent anywhere and nothing is kept. */
export function CalmCard() {
  const [chosen, setChosen] = useState<number[]>([])
  const question = CALM_QUESTIONS[chosen.length]
  const restart = () => setChosen([])

  if (!question) return <CalmVerdict chosen={chosen} onRestart={restart} />
  return (
    <View className="fp-calm">
      <Text className="fp-calm__breathe">手机放一放，深吸一口气。您的回答不会被记录。</Text>
      <Steps names={STEP_NAMES} at={chosen.length} />
      <Heading level={1}>{question.stem}</Heading>
      <View className="fp-stack">
        {question.answers.map((answer, at) => (
          <Press
            key={answer.text}
            className="fp-calm__answer"
            onPress={() => setChosen([...chosen, at])}
          >
            <Text>{answer.text}</Text>
          </Press>
        ))}
      </View>
      {chosen.length > 0 && (
        <Button kind="plain" onPress={() => setChosen(chosen.slice(0, -1))}>
          上一题
        </Button>
      )}
    </View>
  )
}
