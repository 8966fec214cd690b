import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAction } from '../../api/use-action'
import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import { Sheet } from '../../components/Sheet'
import { VERDICT_WORDS } from './place-words'
import type { Recruitment } from './scan-steps'
import { VillagePicker } from './VillagePicker'

interface Props {
  recruitment: Recruitment
  onChange: (next: Recruitment) => void
}

/** What came of the place, above the lesson, so that it costs no tap; a wrong one can be mended. */
export function PlaceVerdict({ recruitment, onChange }: Props) {
  const [choosing, setChoosing] = useState(false)
  const declare = useAction('recruitment.declare')
  const { place } = recruitment
  if (!place) return null
  const { tone, title, hint } = VERDICT_WORDS[place.verdict]
  const mendable = place.verdict === 'outside' || place.verdict === 'unknown'

  async function choose(areaId: string) {
    const next = await declare.run({ recruitmentId: recruitment.id, areaId })
    setChoosing(false)
    if (next) onChange(next)
  }

  return (
    <Notice tone={tone} testId={`verdict-${place.verdict}`}>
      <View className="fp-stack">
        <Text>{`${title}${place.area ? `：${place.area.name}` : ''}。${hint}`}</Text>
        {mendable && (
          <Button small kind="plain" onPress={() => setChoosing(true)}>
            自己选村（社区）
          </Button>
        )}
      </View>
      {choosing && (
        <Sheet title="您在哪个村（社区）？" onClose={() => setChoosing(false)}>
          <VillagePicker busy={declare.busy} onChoose={(areaId) => void choose(areaId)} />
        </Sheet>
      )}
    </Notice>
  )
}
