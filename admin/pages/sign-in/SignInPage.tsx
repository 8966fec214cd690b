import { Alert } from 'antd'
import { useEffect } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { Emblem } from '../../components/Emblem'
import { isConsoleMember } from '../../permissions'
import { useSession } from '../../session'
import { PersonaList } from './PersonaList'
import { RefusedMember } from './RefusedMember'
import { useLocalSignIn } from './use-local-sign-in'

/** Only addresses of this console: a link must not lead a signed-in officer elsewhere. */
function safeBack(back: string | null): string {
  return back !== null && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/'
}

export function SignInPage() {
  const [params] = useSearchParams()
  const session = useSession((store) => store.session)
  const notice = useSession((store) => store.notice)
  const signIn = useLocalSignIn()
  const persona = params.get('persona')
  const { mutate } = signIn
  useEffect(() => {
    document.title = '登录 · 防骗我最牛管理台'
  }, [])
  useEffect(() => {
    if (persona !== null) mutate(persona)
  }, [persona, mutate])

  const settled = persona === null || signIn.isSuccess
  if (settled && session !== null && isConsoleMember(session.member.roles)) {
    return <Navigate to={safeBack(params.get('back'))} replace />
  }
  return (
    <main className="sign-in">
      <section className="sign-in-brand">
        <Emblem size={72} />
        <h1>防骗我最牛</h1>
        <p>县反诈中心管理台</p>
        <ul>
          <li>看清本周教会了多少街坊、在哪些村社</li>
          <li>审批宣传员，管好每一个专属二维码</li>
          <li>每一分都有来处，每一次操作都留痕</li>
        </ul>
      </section>
      <section className="sign-in-panel">
        {notice === 'expired' && session === null && (
          <Alert type="warning" showIcon title="登录已过期，请重新登录。" />
        )}
        {session !== null && !isConsoleMember(session.member.roles) ? (
          <RefusedMember name={session.member.displayName} />
        ) : (
          <PersonaList signIn={signIn} />
        )}
      </section>
    </main>
  )
}
