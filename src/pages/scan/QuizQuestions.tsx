import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Heading } from '../../components/Heading'
import { Press } from '../../components/Press'
import { scrollToTop } from '../../device/navigation'
import type { Question } from './scan-steps'
import './Quiz.scss'

interface Props {
  questions: readonly Question[]
  busy: boolean
  onAnswered: (optionIds: readonly string[]) => void
}

/** One question a screen; a tap answers it, and the last tap hands the quiz in. */
export function QuizQuestions({ questions, busy, onAnswered }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const at = Math.min(chosen.length, questions.length - 1)
  const question = questions[at]
  const complete = chosen.length === questions.length
  if (!question) return null

  function choose(optionId: string) {
    const next = [...chosen.slice(0, at), optionId]
    setChosen(next)
    scrollToTop()
    if (next.length === questions.length) onAnswered(next)
  }

  return (
    <View className="fp-stack" data-testid="question">
      <Text className="fp-muted">{`第 ${at + 1} 题，共 ${questions.length} 题。答错也没关系，会讲给您听`}</Text>
      <Heading level={1}>{question.stem}</Heading>
      {question.options.map((option) => (
        <Press
          key={option.id}
          className={`fp-option${complete && chosen[at] === option.id ? ' fp-option--on' : ''}`}
          disabled={busy}
          onPress={() => choose(option.id)}
          testId={`option-${option.id}`}
        >
          <View className="fp-option__in">
            <Text className="fp-option__letter">{option.id.toUpperCase()}</Text>
            <Text className="fp-grow">{option.text}</Text>
          </View>
        </Press>
      ))}
      {busy && <Text className="fp-muted">正在看您的答案…</Text>}
      {complete && !busy && (
        <Button onPress={() => onAnswered(chosen)} testId="quiz-submit">
          再交一次
        </Button>
      )}
      {at > 0 && !busy && (
        <Button kind="plain" onPress={() => setChosen(chosen.slice(0, at - (complete ? 0 : 1)))}>
          上一题
        </Button>
      )}
    </View>
  )
}
