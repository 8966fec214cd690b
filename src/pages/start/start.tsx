import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { codeOf } from '../../api/api-error'
import { wordsOf } from '../../api/error-words'
import { useSession } from '../../api/session-store'
import { signInAsNeighbour } from '../../api/sign-in'
import { type Persona, usePersonas } from '../../api/use-personas'
import { Button } from '../../components/Button'
import { Empty } from '../../components/Empty'
import { Heading } from '../../components/Heading'
import { Loaded } from '../../components/Loaded'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { open, replace, toast } from '../../device/navigation'
import { become } from './become'
import { PersonaCard } from './PersonaCard'

export default function StartPage() {
  const personas = usePersonas()
  const expired = useSession((state) => state.expired)
  const nowName = useSession((state) => state.session?.member.displayName)
  const [busy, setBusy] = useState(false)

  async function whileBusy(work: () => Promise<unknown>) {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const choose = (persona: Persona) => void whileBusy(() => become(persona))
  const beNeighbour = () =>
    void whileBusy(() =>
      signInAsNeighbour().then(
        () => replace('/pages/me/me'),
        (error: unknown) => toast(wordsOf(error).title),
      ),
    )

  if (personas.isError && codeOf(personas.error) === 'UNKNOWN_ACTION') return <NoLocalSignIn />
  return (
    <Screen title="选一个身份">
      {expired && <Notice tone="warn">登录过期了，请重新选一个身份，刚才的进度还在。</Notice>}
      <View>
        <Heading level={1}>您想以谁的身份看看？</Heading>
        <Text className="fp-text">
          这里是演示环境，人物都是虚构的。点一下就能进去，随时可以换。
        </Text>
      </View>
      <Loaded query={personas} skeletons={5}>
        {(items) => (
          <View className="fp-stack" data-testid="personas">
            {items.map((persona) => (
              <PersonaCard
                key={persona.openid}
                persona={persona}
                now={persona.name === nowName}
                disabled={busy}
                onChoose={choose}
              />
            ))}
            <Button kind="plain" icon="user" busy={busy} onPress={beNeighbour} testId="newcomer">
              我是新来的街坊
            </Button>
          </View>
        )}
      </Loaded>
      <Button kind="soft" onPress={() => open('/pages/home/feed')}>
        不登录，先看文章
      </Button>
    </Screen>
  )
}

function NoLocalSignIn() {
  return (
    <Screen title="登录">
      <Empty
        icon="user"
        title="请用微信打开小程序"
        hint="网页上可以看文章、验真码、查榜单；做志愿者请用微信扫宣传员的二维码。"
      >
        <Button onPress={() => open('/pages/home/feed')}>去看文章</Button>
      </Empty>
    </Screen>
  )
}
