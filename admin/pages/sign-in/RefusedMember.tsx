import { Button, Result } from 'antd'
import { useNavigate } from 'react-router'
import { useSession } from '../../session'

/** A resident, volunteer or promoter who followed a link here. */
export function RefusedMember({ name }: { readonly name: string }) {
  const end = useSession((store) => store.end)
  const navigate = useNavigate()
  return (
    <Result
      status="info"
      data-testid="not-console"
      title={`${name}，这里是工作人员的管理台`}
      subTitle="您的账号没有管理台角色。学习、扫码和看积分请用小程序；如果您应当有管理权限，请联系县反诈中心。"
      extra={
        <Button
          type="primary"
          onClick={() => {
            end()
            void navigate('/sign-in', { replace: true })
          }}
        >
          换一个身份
        </Button>
      }
    />
  )
}
