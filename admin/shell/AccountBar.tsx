import { LogoutOutlined, MoonOutlined, SunOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Layout, Tag, Tooltip } from 'antd'
import { newRequestId, write } from '../api/call'
import { useRead } from '../api/use-read'
import { useSession } from '../session'
import { useMode } from '../theme'
import { ROLE_WORDS } from '../words/people-words'

/** Top bar: whose numbers these are, who is at the desk, light or dark, and the way out. */
export function AccountBar() {
  const session = useSession((store) => store.session)
  const end = useSession((store) => store.end)
  const { mode, toggle } = useMode()
  const overview = useRead('overview.read', {})
  const queries = useQueryClient()
  const signOut = async () => {
    // Out of reach of the server the token still leaves this browser, and runs out by itself.
    await write('session.end', {}, newRequestId()).catch(() => undefined)
    end()
    queries.clear()
  }
  return (
    <Layout.Header className="bar">
      <span className="scope" data-testid="scope-name">
        {overview.data?.scopeName ?? ''}
      </span>
      <span className="grow" />
      <Tooltip title={mode === 'dark' ? '切换到浅色' : '切换到深色'}>
        <Button
          type="text"
          aria-label={mode === 'dark' ? '切换到浅色' : '切换到深色'}
          icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
          onClick={toggle}
          data-testid="toggle-mode"
        />
      </Tooltip>
      <span className="who" data-testid="who">
        <UserOutlined /> {session?.member.displayName}
        {session?.member.roles.map((role) => (
          <Tag key={role} color="blue">
            {ROLE_WORDS[role]}
          </Tag>
        ))}
      </span>
      <Button type="text" icon={<LogoutOutlined />} onClick={signOut} data-testid="sign-out">
        退出
      </Button>
    </Layout.Header>
  )
}
