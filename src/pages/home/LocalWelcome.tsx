import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useSignedIn } from '../../api/session-store'
import { type Persona, usePersonas } from '../../api/use-personas'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { open } from '../../device/navigation'
import { keep, readKept } from '../../device/storage'
import { become } from '../start/become'
import { PersonaCard } from '../start/PersonaCard'
import './LocalWelcome.scss'

/** On a local server the first visit offers its demo people; reading goes on without them. */
export function LocalWelcome() {
  const signedIn = useSignedIn()
  const [closed, setClosed] = useState(() => readKept<boolean>('welcome-closed') === true)
  const [busy, setBusy] = useState(false)
  const personas = usePersonas()
  if (signedIn || closed || !personas.data) return null

  function close() {
    keep('welcome-closed', true)
    setClosed(true)
  }
  async function choose(persona: Persona) {
    setBusy(true)
    await become(persona)
    setBusy(false)
  }

  return (
    <Card testId="welcome">
      <View className="fp-row">
        <Heading className="fp-subtitle fp-grow">选一个身份走进来</Heading>
        <Press className="fp-welcome__close" label="先不选，只看文章" onPress={close}>
          <Icon name="close" size={18} />
        </Press>
      </View>
      <Text className="fp-muted">演示环境，人物都是虚构的，点一下就能进去</Text>
      <ScrollView scrollX className="fp-welcome__scroll">
        <View className="fp-welcome__row">
          {personas.data.map((persona) => (
            <View className="fp-welcome__one" key={persona.openid}>
              <PersonaCard
                persona={persona}
                disabled={busy}
                compact
                onChoose={(chosen) => void choose(chosen)}
              />
            </View>
          ))}
        </View>
      </ScrollView>
      <Press className="fp-welcome__all" onPress={() => open('/pages/start/start')} testId="start">
        <Text>看全部身份，或者做一位新来的街坊</Text>
      </Press>
    </Card>
  )
}
