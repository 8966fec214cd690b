import { Input, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { codeOf } from '../../api/api-error'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { ErrorState } from '../../components/ErrorState'
import { Heading } from '../../components/Heading'
import { Screen } from '../../components/Screen'
import { Skeleton } from '../../components/Skeleton'
import { codeFromQuery, codeFromText } from '../../device/launch'
import { toast } from '../../device/navigation'
import { CodeTrouble } from '../scan/CodeTrouble'
import { GoodCode } from './GoodCode'

const UNKNOWN_CODES = ['CODE_UNKNOWN', 'BAD_INPUT']

/** Anyone may ask who stands behind a code: green, grey or red. */
export default function VerifyPage() {
  const { params } = useRouter()
  const [scene, setScene] = useState(() => codeFromQuery(params))
  const [forged, setForged] = useState(false)
  const [typed, setTyped] = useState('')

  function check(text: string) {
    const found = codeFromText(text)
    setForged(found === null)
    setScene(found)
  }
  async function scan() {
    try {
      check((await Taro.scanCode({})).result)
    } catch {
      toast('没有扫到，请再试一次')
    }
  }

  return (
    <Screen title="验真码">
      <View>
        <Heading level={1}>这个码是真的吗？</Heading>
        <Text className="fp-text">输入二维码下面的编号，或粘贴它的网址，查查是哪个单位发的。</Text>
      </View>
      <Card>
        <Input
          className="fp-field"
          placeholder="编号或网址"
          value={typed}
          maxlength={200}
          onInput={(event) => setTyped(event.detail.value)}
          onConfirm={() => check(typed)}
          aria-label="编号或网址"
          data-testid="verify-input"
        />
        <View className="fp-row">
          {process.env.TARO_ENV === 'weapp' && (
            <Button kind="soft" icon="qr" onPress={() => void scan()}>
              扫一扫
            </Button>
          )}
          <Button
            icon="search"
            disabled={typed.trim() === ''}
            onPress={() => check(typed)}
            testId="verify-check"
          >
            查一查
          </Button>
        </View>
      </Card>
      {forged && <CodeTrouble code="CODE_UNKNOWN" />}
      {scene && <Verdict scene={scene} />}
    </Screen>
  )
}

function Verdict({ scene }: { scene: string }) {
  const answer = useRead('codes.verify', { scene })
  if (answer.isPending) return <Skeleton cards={1} />
  if (answer.isError) {
    if (UNKNOWN_CODES.includes(codeOf(answer.error))) return <CodeTrouble code="CODE_UNKNOWN" />
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  }
  const { state, unit } = answer.data
  if (state === 'revoked') return <CodeTrouble code="CODE_REVOKED" unit={unit} />
  if (state === 'expired') return <CodeTrouble code="CODE_EXPIRED" unit={unit} />
  return <GoodCode answer={answer.data} scene={scene} />
}
