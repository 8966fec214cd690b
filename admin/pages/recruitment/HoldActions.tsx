import { Button, Space } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contract/actions'
import { useWrite } from '../../api/use-write'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { mayAsk } from '../../permissions'
import { useRoles } from '../../session'

type History = Output<'recruitment.history'>
type Decision = 'credited' | 'refused'

const REFRESHED = ['recruitment.history', 'recruitment.list', 'overview.read', 'audit.list']

const WORDS = {
  credited: {
    title: '核实无误，给这次招募计分？',
    ok: '确认计分',
    hint: '例如：当天在摊位见过本人，手机定位没打开。',
    note: '宣传员和志愿者的积分会马上入账，榜单随之变化。',
  },
  refused: {
    title: '这次招募不计分？',
    ok: '确认不计分',
    hint: '例如：与宣传员核对，当天没有在现场宣传。',
    note: '对方仍是志愿者，只是这次不计分，会看到“经人工核实，这次不计分”。',
  },
} as const

/** A held credit waits for a person: either way with a reason, and never about the own recruits. */
export function HoldActions({ history }: { readonly history: History }) {
  const roles = useRoles()
  const [asking, setAsking] = useState<Decision | null>(null)
  const decide = useWrite('recruitment.decide', REFRESHED)
  if (history.state !== 'held' || !mayAsk('recruitment.decide', roles)) return null
  const close = () => {
    decide.reset()
    setAsking(null)
  }
  const confirm = (reason: string) => {
    if (asking === null) return
    decide.mutate({ recruitmentId: history.id, decision: asking, reason }, { onSuccess: close })
  }
  const words = WORDS[asking ?? 'credited']
  return (
    <Space className="hold-actions">
      <Button type="primary" onClick={() => setAsking('credited')} data-testid="hold-credit">
        核实无误，计分
      </Button>
      <Button onClick={() => setAsking('refused')} data-testid="hold-refuse">
        不计分
      </Button>
      <ConfirmDialog
        open={asking !== null}
        title={words.title}
        okText={words.ok}
        danger={asking === 'refused'}
        reasonLabel="理由"
        reasonHint={words.hint}
        busy={decide.isPending}
        error={decide.error}
        testId="hold"
        onConfirm={confirm}
        onCancel={close}
      >
        <p className="muted">{words.note}这一步会记入审计。</p>
      </ConfirmDialog>
    </Space>
  )
}
