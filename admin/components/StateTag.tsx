import { Tag, Tooltip } from 'antd'
import { type RecruitmentState, STATE_EXPLAINED, STATE_WORDS } from '../words/recruitment-words'

const COLORS: Readonly<Record<RecruitmentState, string>> = {
  scanned: 'default',
  consented: 'default',
  learned: 'processing',
  credited: 'success',
  held: 'warning',
  refused: 'default',
  expired: 'default',
}

export function StateTag({ state }: { readonly state: RecruitmentState }) {
  return (
    <Tooltip title={STATE_EXPLAINED[state]}>
      <Tag color={COLORS[state]}>{STATE_WORDS[state]}</Tag>
    </Tooltip>
  )
}
