import type { Output } from '../../../contract/actions'

type Role = Output<'members.me'>['roles'][number]['role']

const WORDS: Record<Role, string> = {
  super_admin: '中心管理员',
  auditor: '审计员',
  editor: '编辑',
  station_chief: '所长',
  promoter: '宣传员',
  volunteer: '志愿者',
}

export const roleWords = (role: Role): string => WORDS[role]
