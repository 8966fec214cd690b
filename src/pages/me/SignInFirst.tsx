import { useSession } from '../../api/session-store'
import { Button } from '../../components/Button'
import { Empty } from '../../components/Empty'
import { open } from '../../device/navigation'

/** A page about me, before anyone is signed in. */
export function SignInFirst() {
  const expired = useSession((state) => state.expired)
  return (
    <Empty
      icon="user"
      title={expired ? '登录过期了' : '还没有登录'}
      hint={
        expired ? '请重新登录，刚才的进度还在。' : '登录后能看到积分、志愿者卡。看文章不用登录。'
      }
      testId="signed-out"
    >
      <Button onPress={() => open('/pages/start/start')} testId="go-sign-in">
        去登录
      </Button>
    </Empty>
  )
}
