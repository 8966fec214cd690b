import {
  AuditOutlined,
  DashboardOutlined,
  FileSearchOutlined,
  HeatMapOutlined,
  QrcodeOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Role } from '../../contract/roles'
import { type GuardedAction, mayAsk } from '../permissions'

export interface MenuEntry {
  readonly path: string
  readonly label: string
  readonly icon: ReactNode
  readonly action: GuardedAction
}

export const MENU: readonly MenuEntry[] = [
  { path: '/', label: '总览', icon: <DashboardOutlined />, action: 'overview.read' },
  { path: '/fences', label: '电子围栏', icon: <HeatMapOutlined />, action: 'fences.list' },
  {
    path: '/promoters',
    label: '宣传员审批',
    icon: <SolutionOutlined />,
    action: 'promoters.applications',
  },
  { path: '/codes', label: '专属二维码', icon: <QrcodeOutlined />, action: 'codes.list' },
  { path: '/members', label: '人员', icon: <TeamOutlined />, action: 'members.list' },
  {
    path: '/recruitments',
    label: '招募记录',
    icon: <FileSearchOutlined />,
    action: 'recruitment.list',
  },
  { path: '/audit', label: '审计', icon: <AuditOutlined />, action: 'audit.list' },
]

export function menuFor(roles: readonly Role[]): readonly MenuEntry[] {
  return MENU.filter(({ action }) => mayAsk(action, roles))
}
