import type { Output } from '../../contract/actions'
import type { Role } from '../../contract/roles'

type Application = Output<'promoters.applications'>['items'][number]
type Code = Output<'codes.list'>['items'][number]
type Entry = Output<'ledger.ofMember'>['items'][number]

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  super_admin: '超级管理员',
  auditor: '审计员',
  editor: '内容编辑',
  station_chief: '单位负责人',
  promoter: '宣传员',
  volunteer: '志愿者',
}

export const ORG_KIND_WORDS: Readonly<Record<Application['org']['kind'], string>> = {
  centre: '反诈中心',
  station: '派出所',
  community: '村社',
  school: '学校',
  company: '企业',
  squad: '分队',
}

export const APPLICATION_WORDS: Readonly<Record<Application['status'], string>> = {
  waiting: '待审批',
  approved: '已通过',
  refused: '未通过',
}

export const CODE_STATE_WORDS: Readonly<Record<Code['state'], string>> = {
  active: '有效',
  revoked: '已停用',
  expired: '已过期',
}

export const CODE_KIND_WORDS: Readonly<Record<Code['kind'], string>> = {
  live: '个人码',
  poster: '海报码',
}

export const ENTRY_WORDS: Readonly<Record<Entry['what'], string>> = {
  recruit: '招募志愿者',
  learned: '学完并通过小测',
  correction: '更正',
}

export const ENTRY_ROLE_WORDS: Readonly<Record<Entry['role'], string>> = {
  promoter: '宣传员积分',
  volunteer: '志愿者积分',
}
