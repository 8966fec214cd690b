import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsOf } from '../../api/error-words'
import { useAction } from '../../api/use-action'
import { useRead } from '../../api/use-read'
import { Loaded } from '../../components/Loaded'
import { Notice } from '../../components/Notice'
import { QuizQuestions } from './QuizQuestions'
import { QuizResults } from './QuizResults'
import { StepFrame } from './StepFrame'
import type { Marked, Question, Recruitment } from './scan-steps'

interface Props {
  recruitment: Recruitment
  onChange: (next: Recruitment) => void
}

export function QuizStep({ recruitment, onChange }: Props) {
  const ref = { recruitmentId: recruitment.id }
  const questions = useRead('recruitment.questions', ref)
  const answer = useAction('recruitment.answer')
  const [marked, setMarked] = useState<{ marked: Marked; asked: Question[] } | null>(null)

  async function submit(asked: Question[], optionIds: readonly string[]) {
    const answers = asked.map(({ id }, at) => ({ questionId: id, optionId: optionIds[at] ?? '' }))
    const result = await answer.run({ ...ref, answers })
    if (result) setMarked({ marked: result, asked })
  }
  async function again() {
    await questions.refetch()
    setMarked(null)
  }

  if (marked) {
    return (
      <QuizResults
        {...marked}
        onNext={() => onChange(marked.marked.recruitment)}
        onAgain={() => void again()}
      />
    )
  }
  return (
    <StepFrame at={4}>
      {answer.error && (
        <Notice tone="bad" testId="step-error">
          {`${wordsOf(answer.error).title}。${wordsOf(answer.error).hint}`}
        </Notice>
      )}
      <Loaded query={questions} skeletons={2}>
        {(data) => (
          <View key={data.questions.map(({ id }) => id).join()}>
            <QuizQuestions
              questions={data.questions}
              busy={answer.busy}
              onAnswered={(optionIds) => void submit(data.questions, optionIds)}
            />
          </View>
        )}
      </Loaded>
    </StepFrame>
  )
}
