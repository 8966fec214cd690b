import { View } from '@tarojs/components'
import { useState } from 'react'
import { codeOf } from '../../api/api-error'
import { Button } from '../../components/Button'
import { Empty } from '../../components/Empty'
import { ErrorState } from '../../components/ErrorState'
import { Skeleton } from '../../components/Skeleton'
import type { CodeEntry } from '../../device/launch'
import { open } from '../../device/navigation'
import { CodeTrouble } from './CodeTrouble'
import { ConsentStep } from './ConsentStep'
import { CODE_ERRORS } from './code-errors'
import { ExpiredStep } from './ExpiredStep'
import { LessonStep } from './LessonStep'
import { OutcomeStep } from './OutcomeStep'
import { PlaceStep } from './PlaceStep'
import { QuizStep } from './QuizStep'
import { ReadOnlyStep } from './ReadOnlyStep'
import { type Recruitment, stepOf } from './scan-steps'
import { useOpenedRecruitment } from './use-opened-recruitment'
import { WhoStep } from './WhoStep'

interface Props {
  entry: CodeEntry | null
  /** The gate has already shown who stands there. */
  seenWho: boolean
}

export function ScanFlow({ entry, seenWho }: Props) {
  const opened = useOpenedRecruitment(entry)
  if (opened.error) {
    const code = codeOf(opened.error)
    if (CODE_ERRORS.includes(code)) return <CodeTrouble code={code} />
    return <ErrorState error={opened.error} onRetry={opened.retry} />
  }
  if (opened.recruitment === undefined) {
    return (
      <View className="fp-screen__body">
        <Skeleton cards={2} />
      </View>
    )
  }
  if (opened.recruitment === null) {
    return (
      <Empty icon="qr" title="没有正在学的课" hint="当面扫宣传员的二维码，三分钟学一课。">
        <Button onPress={() => open('/pages/home/feed')}>先看看文章</Button>
      </Empty>
    )
  }
  return <OpenSteps recruitment={opened.recruitment} onChange={opened.change} seenWho={seenWho} />
}

interface StepsProps {
  recruitment: Recruitment
  onChange: (recruitment: Recruitment) => void
  seenWho: boolean
}

function OpenSteps({ recruitment, onChange, seenWho }: StepsProps) {
  const [started, setStarted] = useState(seenWho && !recruitment.alreadyVolunteer)
  const [placeDone, setPlaceDone] = useState(false)
  const [location, setLocation] = useState<boolean | null>(null)
  const [underAge, setUnderAge] = useState(false)
  if (underAge) return <ReadOnlyStep />
  switch (stepOf(recruitment, { started, placeDone })) {
    case 'who':
      return <WhoStep recruitment={recruitment} onStart={() => setStarted(true)} />
    case 'consent':
      return (
        <ConsentStep
          recruitment={recruitment}
          onUnderAge={() => setUnderAge(true)}
          onConsented={(next, mayLocate) => {
            setLocation(mayLocate)
            onChange(next)
          }}
        />
      )
    case 'place':
      return (
        <PlaceStep
          recruitment={recruitment}
          mayLocate={location}
          onPlaced={onChange}
          onSkip={() => setPlaceDone(true)}
        />
      )
    case 'lesson':
      return <LessonStep recruitment={recruitment} onChange={onChange} />
    case 'quiz':
      return <QuizStep recruitment={recruitment} onChange={onChange} />
    case 'outcome':
      return <OutcomeStep recruitment={recruitment} />
    case 'expired':
      return <ExpiredStep recruitment={recruitment} />
  }
}
