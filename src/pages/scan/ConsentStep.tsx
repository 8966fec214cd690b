import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Input } from '../../../contract/actions'
import { wordsOf } from '../../api/error-words'
import { useAction } from '../../api/use-action'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Heading } from '../../components/Heading'
import { Notice } from '../../components/Notice'
import { Points } from '../../components/Points'
import { TickRow } from '../../components/TickRow'
import { toast } from '../../device/navigation'
import { AGE_BANDS, RULES } from './consent-words'
import { StepFrame } from './StepFrame'
import type { Recruitment } from './scan-steps'

type AgeBand = Input<'recruitment.consent'>['ageBand']

interface Props {
  recruitment: Recruitment
  onConsented: (next: Recruitment, mayLocate: boolean) => void
  onUnderAge: () => void
}

/** Two separate ticks, both off: saying no to either costs the resident nothing. */
export function ConsentStep({ recruitment, onConsented, onUnderAge }: Props) {
  const [location, setLocation] = useState(false)
  const [publicName, setPublicName] = useState(false)
  const [ageBand, setAgeBand] = useState<AgeBand | null>(null)
  const consent = useAction('recruitment.consent')

  async function agree() {
    if (ageBand === null) {
      toast('请先选一下您的年龄段')
      return
    }
    if (ageBand === 'under14') {
      onUnderAge()
      return
    }
    const input = { recruitmentId: recruitment.id, location, publicName, ageBand }
    const next = await consent.run({ ...input, rulesRead: true })
    if (next) onConsented(next, location)
  }

  return (
    <StepFrame
      at={1}
      foot={
        <Button busy={consent.busy} onPress={() => void agree()} testId="consent-agree">
          我看过了，同意并继续
        </Button>
      }
    >
      <Heading level={1}>先把话说清楚</Heading>
      <Card>
        <Points items={RULES} />
      </Card>
      <Card>
        <Text className="fp-muted">下面两项您自己定，不勾也一样能学、能做志愿者</Text>
        <TickRow
          title="可以用一次我的位置"
          hint="只比对您是不是在宣传点附近，比完不留位置"
          on={location}
          onChange={setLocation}
          testId="consent-location"
        />
        <TickRow
          title="榜单上可以显示我的名字"
          hint="不勾就用化名，以后随时能改"
          on={publicName}
          onChange={setPublicName}
          testId="consent-name"
        />
      </Card>
      <View className="fp-stack">
        <Heading>您的年龄段</Heading>
        <View className="fp-ages" aria-role="radiogroup" aria-label="年龄段">
          {AGE_BANDS.map(({ band, name }) => (
            <Chip
              key={band}
              text={name}
              on={ageBand === band}
              onPress={() => setAgeBand(band)}
              testId={`age-${band}`}
            />
          ))}
        </View>
      </View>
      {consent.error && (
        <Notice tone="bad" testId="step-error">
          {`${wordsOf(consent.error).title}。${wordsOf(consent.error).hint}`}
        </Notice>
      )}
    </StepFrame>
  )
}
