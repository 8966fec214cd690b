import { Text } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { codeOf } from '../../api/api-error'
import { wordsOf } from '../../api/error-words'
import { useAction } from '../../api/use-action'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Notice } from '../../components/Notice'
import { Skeleton } from '../../components/Skeleton'
import { askPlace } from '../../device/location'
import { NO_PLACE_WORDS } from './place-words'
import { StepFrame } from './StepFrame'
import type { Recruitment } from './scan-steps'
import { VillagePicker } from './VillagePicker'

interface Props {
  recruitment: Recruitment
  /** Whether the location was consented to; null after a reload, when the server knows. */
  mayLocate: boolean | null
  onPlaced: (next: Recruitment) => void
  onSkip: () => void
}

/** Where: by the phone once, if that was allowed; by hand otherwise; or not at all. */
export function PlaceStep({ recruitment, mayLocate, onPlaced, onSkip }: Props) {
  const me = useRead('members.me', {}, mayLocate === null)
  const given = me.data?.consents.some(({ kind, given }) => kind === 'location' && given)
  const allowed = mayLocate ?? given ?? (me.isError ? false : null)
  const { locating, refusal } = useLocating(recruitment.id, allowed, onPlaced)
  const declare = useAction('recruitment.declare')

  async function choose(areaId: string) {
    const next = await declare.run({ recruitmentId: recruitment.id, areaId })
    if (next) onPlaced(next)
  }

  if (allowed === null || locating) {
    return (
      <StepFrame at={2}>
        <Heading level={1}>正在核对位置…</Heading>
        <Text className="fp-text">手机可能会问您是否允许定位，允许或拒绝都可以。</Text>
        <Skeleton cards={1} />
      </StepFrame>
    )
  }
  return (
    <StepFrame
      at={2}
      foot={
        <Button kind="soft" disabled={declare.busy} onPress={onSkip} testId="place-skip">
          不选了，直接去学
        </Button>
      }
    >
      <Heading level={1}>您在哪个村（社区）？</Heading>
      {refusal && (
        <Notice tone="warn" testId="place-refusal">
          {refusal}
        </Notice>
      )}
      {declare.error && <Notice tone="bad">{wordsOf(declare.error).title}</Notice>}
      <Card>
        <VillagePicker busy={declare.busy} onChoose={(areaId) => void choose(areaId)} />
      </Card>
    </StepFrame>
  )
}

/** Asks the phone once when it is allowed to, and lets the server compare. */
function useLocating(
  recruitmentId: string,
  allowed: boolean | null,
  onPlaced: (next: Recruitment) => void,
) {
  const locate = useAction('recruitment.locate')
  const [locating, setLocating] = useState(allowed === true)
  const [refusal, setRefusal] = useState<string | null>(null)
  const asked = useRef(false)

  async function ask() {
    setLocating(true)
    const answer = await askPlace()
    if (answer.kind !== 'found') setRefusal(NO_PLACE_WORDS[answer.kind])
    else {
      const next = await locate.run({ recruitmentId, place: answer.place })
      if (next) {
        onPlaced(next)
        return
      }
    }
    setLocating(false)
  }
  useEffect(() => {
    if (allowed !== true || asked.current) return
    asked.current = true
    void ask()
  })

  const failed = locate.error && codeOf(locate.error) !== 'FORBIDDEN'
  return { locating, refusal: failed ? wordsOf(locate.error).hint : refusal }
}
