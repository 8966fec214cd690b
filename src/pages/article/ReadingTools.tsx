import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { Sheet } from '../../components/Sheet'
import { canSpeak, speak, stopSpeaking } from '../../device/speech'
import { type TextStep, useSettings } from '../../theme/settings'
import './ReadingTools.scss'

const STEP_WORDS: Record<TextStep, string> = { 0: '标准字', 1: '大字', 2: '特大字' }
const NEXT_STEP: Record<TextStep, TextStep> = { 0: 1, 1: 2, 2: 0 }

interface Props {
  spoken: string
}

/** Larger letters, or the short version to hear and to read aloud to others. */
export function ReadingTools({ spoken }: Props) {
  const { textStep, change } = useSettings()
  const [open, setOpen] = useState(false)
  return (
    <View className="fp-tools">
      <Press
        className="fp-tools__one"
        label={`字号：${STEP_WORDS[textStep]}，点一下换大小`}
        onPress={() => change({ textStep: NEXT_STEP[textStep] })}
        testId="text-size"
      >
        <View className="fp-tools__in">
          <Icon name="text" size={22} />
          <Text>{STEP_WORDS[textStep]}</Text>
        </View>
      </Press>
      <Press className="fp-tools__one" label="听读稿" onPress={() => setOpen(true)} testId="spoken">
        <View className="fp-tools__in">
          <Icon name="speaker" size={22} />
          <Text>听读稿</Text>
        </View>
      </Press>
      {open && <SpokenSheet spoken={spoken} onClose={() => setOpen(false)} />}
    </View>
  )
}

function SpokenSheet({ spoken, onClose }: Props & { onClose: () => void }) {
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => stopSpeaking, [])

  function toggle() {
    if (speaking) stopSpeaking()
    else speak(spoken, () => setSpeaking(false))
    setSpeaking(!speaking)
  }

  return (
    <Sheet title="听读稿" onClose={onClose}>
      <View className="fp-stack">
        <Text className="fp-muted">半分钟能念完，可以念给家里老人听，也可以大喇叭播</Text>
        <Text className="fp-tools__spoken" userSelect>
          {spoken}
        </Text>
        {canSpeak() && (
          <Button icon={speaking ? 'pause' : 'speaker'} onPress={toggle}>
            {speaking ? '停一停' : '念给我听'}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
