import { RightOutlined } from '@ant-design/icons'
import { Alert, Skeleton } from 'antd'
import { ApiError } from '../../api/api-error'
import { useRead } from '../../api/use-read'
import { ErrorPanel } from '../../components/ErrorPanel'
import { wordsOfError } from '../../words/error-words'
import type { LocalSignIn } from './use-local-sign-in'

/** Local mode: the demo people of the console, one tap each. Elsewhere: why there is no form. */
export function PersonaList({ signIn }: { readonly signIn: LocalSignIn }) {
  const personas = useRead('session.personas', {})
  const { error } = personas
  if (error instanceof ApiError && error.code === 'UNKNOWN_ACTION') return <NoPasswordYet />
  const people = personas.data?.items.filter(({ face }) => face === 'console')
  return (
    <>
      <h2>选择身份进入</h2>
      <p className="muted">现在是本机体验模式，以下都是虚构人物和演示数据。</p>
      {signIn.error !== null && (
        <Alert
          type="error"
          showIcon
          title={wordsOfError(signIn.error)}
          data-testid="sign-in-error"
        />
      )}
      {error !== null && <ErrorPanel error={error} retry={() => void personas.refetch()} />}
      {personas.isPending && <Skeleton active paragraph={{ rows: 6 }} title={false} />}
      {people?.length === 0 && (
        <Alert
          type="info"
          showIcon
          title="还没有演示人物"
          description="请先在服务器上生成演示数据，再刷新本页。"
        />
      )}
      <ul className="personas">
        {people?.map(({ openid, name, title, story }) => (
          <li key={openid}>
            <button
              type="button"
              disabled={signIn.isPending}
              data-testid={`persona-${openid}`}
              onClick={() => signIn.mutate(openid)}
            >
              <span className="persona-face" aria-hidden="true">
                {name.slice(0, 1)}
              </span>
              <span className="persona-words">
                <b>{name}</b>
                <em>{title}</em>
                <small>{story}</small>
              </span>
              <RightOutlined />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function NoPasswordYet() {
  return (
    <div className="no-sign-in" data-testid="no-sign-in">
      <h2>暂不能在这里登录</h2>
      <p>
        这台服务器运行在正式模式。当前版本的管理台只支持本机体验登录，账号密码与动态口令登录还没有开放。
      </p>
      <p className="muted">
        需要体验管理台，请在自己的电脑上以本机模式启动；居民阅读与志愿者登记不受影响。
      </p>
    </div>
  )
}
