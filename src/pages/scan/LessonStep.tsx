import { Text, View } from '@tarojs/components'
import { wordsOf } from '../../api/error-words'
import { queryClient } from '../../api/query-client'
import { useWho } from '../../api/session-store'
import { useAction } from '../../api/use-action'
import { useRead } from '../../api/use-read'
import { Blocks } from '../../components/Blocks'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Heading } from '../../components/Heading'
import { Loaded } from '../../components/Loaded'
import { Notice } from '../../components/Notice'
import { useSettings } from '../../theme/settings'
import { readingWords } from '../article/article-words'
import { ReadingTools } from '../article/ReadingTools'
import { PlaceVerdict } from './PlaceVerdict'
import { StepFrame } from './StepFrame'
import type { Recruitment } from './scan-steps'

interface Props {
  recruitment: Recruitment
  onChange: (next: Recruitment) => void
}

export function LessonStep({ recruitment, onChange }: Props) {
  const step = useSettings((state) => state.textStep)
  const lesson = useRead('recruitment.lesson', { recruitmentId: recruitment.id })
  const who = useWho()
  const finish = useAction('recruitment.finishLesson')

  async function done() {
    const answer = await finish.run({ recruitmentId: recruitment.id })
    if (!answer) return
    queryClient.setQueryData(
      ['recruitment.questions', who, { recruitmentId: recruitment.id }],
      answer,
    )
    onChange({ ...recruitment, state: 'learned' })
  }

  return (
    <StepFrame
      at={3}
      foot={
        lesson.data && (
          <Button busy={finish.busy} onPress={() => void done()} testId="lesson-done">
            我学完了，去答题
          </Button>
        )
      }
    >
      <PlaceVerdict recruitment={recruitment} onChange={onChange} />
      {finish.error && <Notice tone="bad">{wordsOf(finish.error).hint}</Notice>}
      <Loaded query={lesson} skeletons={2}>
        {(data) => (
          <>
            <View className="fp-stack">
              <View className="fp-wrap">
                <Chip text={data.fraudType} tone="primary" />
                <Text className="fp-muted">{readingWords(data.readingSeconds)}</Text>
              </View>
              <Heading level={1}>{data.title}</Heading>
            </View>
            <ReadingTools spoken={data.spoken} />
            <Card testId="lesson">
              <Blocks blocks={data.blocks} step={step} />
            </Card>
            <Text className="fp-muted">{`来源：${data.source.name}（截至 ${data.source.asOf}）`}</Text>
          </>
        )}
      </Loaded>
    </StepFrame>
  )
}
