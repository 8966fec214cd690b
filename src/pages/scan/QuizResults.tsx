import { Text, View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Icon } from '../../components/Icon'
import { StepFrame } from './StepFrame'
import type { Marked, Question } from './scan-steps'
import './Quiz.scss'

interface Props {
  marked: Marked
  asked: readonly Question[]
  onNext: () => void
  onAgain: () => void
}

/** Every answer explained, right or wrong: that is where the learning happens. */
export function QuizResults({ marked, asked, onNext, onAgain }: Props) {
  const { passed, right, of, results } = marked
  return (
    <StepFrame
      at={4}
      foot={
        passed ? (
          <Button onPress={onNext} testId="quiz-next">
            看结果
          </Button>
        ) : (
          <Button onPress={onAgain} testId="quiz-again">
            再答一次
          </Button>
        )
      }
    >
      <View data-testid={passed ? 'quiz-passed' : 'quiz-failed'}>
        <Heading level={1}>
          {passed ? `答对 ${right} 题，学会了！` : `答对 ${right} 题，差一点`}
        </Heading>
        <Text className="fp-text">
          {passed ? '下面的讲解再看一眼，记得更牢。' : `共 ${of} 题。看完讲解再答一次，题目会换。`}
        </Text>
      </View>
      {results.map((result) => {
        const question = asked.find(({ id }) => id === result.questionId)
        const textOf = (id: string) => question?.options.find((one) => one.id === id)?.text ?? id
        return (
          <Card key={result.questionId}>
            <View className={`fp-mark fp-mark--${result.correct ? 'right' : 'wrong'}`}>
              <Icon name={result.correct ? 'check' : 'close'} size={20} />
              <Text>{result.correct ? '答对了' : '这题要留心'}</Text>
            </View>
            <Text className="fp-mark__stem">{question?.stem ?? ''}</Text>
            {!result.correct && (
              <Text className="fp-text">{`您选的：${textOf(result.chosenId)}`}</Text>
            )}
            <Text className="fp-text">{`正确的：${textOf(result.rightId)}`}</Text>
            <Text className="fp-mark__why">{result.explanation}</Text>
          </Card>
        )
      })}
    </StepFrame>
  )
}
