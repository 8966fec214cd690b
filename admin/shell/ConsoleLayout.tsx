import { Layout, Menu, Skeleton } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { ConnectionBanner } from '../components/ConnectionBanner'
import { Emblem } from '../components/Emblem'
import { fetchPagesAhead } from '../pages/lazy-pages'
import { isConsoleMember } from '../permissions'
import { useRoles, useSession } from '../session'
import { AccountBar } from './AccountBar'
import { menuFor } from './menu'

const FETCH_AHEAD_AFTER_MS = 2_500

/** The frame of every page behind the sign-in; without a session it sends there and back. */
export function ConsoleLayout() {
  const session = useSession((store) => store.session)
  const notice = useSession((store) => store.notice)
  const roles = useRoles()
  const { pathname, search } = useLocation()
  const [narrow, setNarrow] = useState(false)
  useEffect(() => {
    const later = setTimeout(fetchPagesAhead, FETCH_AHEAD_AFTER_MS)
    return () => clearTimeout(later)
  }, [])
  // A demo person's link from the mini-program's start page signs in as that person.
  if (new URLSearchParams(search).has('persona'))
    return <Navigate to={`/sign-in${search}`} replace />
  if (session === null || !isConsoleMember(roles)) {
    const back =
      notice === 'left' || (pathname === '/' && search === '')
        ? ''
        : `?back=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/sign-in${back}`} replace />
  }
  return (
    <Layout className="frame">
      <a className="skip" href="#content">
        跳到主要内容
      </a>
      <Layout.Sider
        className="side"
        width={208}
        collapsedWidth={64}
        collapsible
        collapsed={narrow}
        breakpoint="xl"
        onCollapse={setNarrow}
        theme="dark"
      >
        <Link to="/" className="brand" aria-label="防骗我最牛管理台 总览">
          <Emblem size={32} />
          {!narrow && (
            <span>
              <b>防骗我最牛</b>
              <small>县反诈中心管理台</small>
            </span>
          )}
        </Link>
        <Menu
          theme="dark"
          mode="inline"
          selectedKeys={[`/${pathname.split('/')[1] ?? ''}`]}
          items={menuFor(roles).map(({ path, label, icon }) => ({
            key: path,
            icon,
            label: <Link to={path}>{label}</Link>,
          }))}
        />
      </Layout.Sider>
      <Layout>
        <AccountBar />
        <ConnectionBanner />
        <Layout.Content id="content" className="content" tabIndex={-1}>
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}
