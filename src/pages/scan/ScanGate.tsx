import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { codeOf } from '../../api/api-error'
import { wordsOf } from '../../api/error-words'
import { signInAsNeighbour } from '../../api/sign-in'
import { type Persona, usePersonas } from '../../api/use-personas'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { Empty } from '../../components/Empty'
import { ErrorState } from '../../components/ErrorState'
import { Sheet } from '../../components/Sheet'
import { Skeleton } from '../../components/Skeleton'
import { open, toast } from '../../device/navigation'
import { become } from '../start/become'
import { PersonaCard } from '../start/PersonaCard'
import { CodeTrouble } from './CodeTrouble'
import { CODE_ERRORS } from './code-errors'
import { StepFrame } from './StepFrame'
import { WhoCard } from './WhoCard'

interface Props {
  scene: string | null
  onStarted: () => void
}

/** Before anyone is known: who stands behind the code, and one tap to begin. */
export function ScanGate({ scene, onStarted }: Props) {
  const verified = useRead('codes.verify', { scene: scene ?? '' }, scene !== null)
  const [busy, setBusy] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const personas = usePersonas()
  const local = personas.isSuccess

  async function begin() {
    setBusy(true)
    onStarted()
    await signInAsNeighbour().catch((error: unknown) => toast(wordsOf(error).title))
    setBusy(false)
  }

  if (scene === null) return <NothingToResume />
  if (verified.isError) {
    const code = codeOf(verified.error)
    if (CODE_ERRORS.includes(code)) return <CodeTrouble code={code} />
    return <ErrorState error={verified.error} onRetry={() => void verified.refetch()} />
  }
  if (!verified.data) return <Skeleton cards={2} />
  const { state, unit, promoterName } = verified.data
  if (state === 'revoked') return <CodeTrouble code="CODE_REVOKED" unit={unit} />
  if (state === 'expired') return <CodeTrouble code="CODE_EXPIRED" unit={unit} />
  return (
    <StepFrame
      at={0}
      foot={
        local ? (
          <>
            <Button busy={busy} onPress={() => void begin()} testId="scan-start">
              我是新来的街坊，开始学
            </Button>
            <Button kind="plain" onPress={() => setChoosing(true)} testId="scan-personas">
              用演示身份开始
            </Button>
          </>
        ) : (
          <Button onPress={() => open('/pages/home/feed')}>先看看文章</Button>
        )
      }
    >
      <WhoCard unit={unit} promoterName={promoterName} />
      {personas.isError && (
        <Text className="fp-text">请用微信扫这个二维码，就能学一课、成为反诈志愿者。</Text>
      )}
      {choosing && (
        <Sheet title="用哪个身份？" onClose={() => setChoosing(false)}>
          <View className="fp-stack">
            {personas.data
              ?.filter(({ face }) => face === 'mini')
              .map((persona: Persona) => (
                <PersonaCard
                  key={persona.openid}
                  persona={persona}
                  onChoose={(chosen) => {
                    onStarted()
                    void become(chosen, true)
                  }}
                />
              ))}
          </View>
        </Sheet>
      )}
    </StepFrame>
  )
}

function NothingToResume() {
  return (
    <Empty
      icon="qr"
      title="请扫宣传员的二维码"
      hint="找到身边的反诈宣传员，当面扫码，三分钟学一课。"
    >
      <Button onPress={() => open('/pages/home/feed')}>先看看文章</Button>
    </Empty>
  )
}
