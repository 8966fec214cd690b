import type { Input, Output } from '../../../contract/actions'

export type BoardQuery = Pick<Input<'boards.top'>, 'role' | 'measure' | 'period'>
export type BoardRow = Output<'boards.top'>['rows'][number]

export const ROLE_NAMES = { promoter: '宣传员榜', volunteer: '志愿者榜' } as const
export const MEASURE_NAMES = { recruits: '带会人数', points: '积分' } as const
export const PERIODS = [
  { key: 'day', name: '今日' },
  { key: 'week', name: '本周' },
  { key: 'month', name: '本月' },
  { key: 'all', name: '总榜' },
] as const

/** Volunteers bring nobody: their board has points only. */
export function fitting(query: BoardQuery): BoardQuery {
  return query.role === 'volunteer' ? { ...query, measure: 'points' } : query
}

export function scoreUnit(query: BoardQuery): string {
  return query.measure === 'recruits' ? '人' : '分'
}
