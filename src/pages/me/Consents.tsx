import { Text } from '@tarojs/components'
import dayjs from 'dayjs'
import type { Output } from '../../../contract/actions'
import { wordsOf } from '../../api/error-words'
import { queryClient } from '../../api/query-client'
import { useAction } from '../../api/use-action'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { TickRow } from '../../components/TickRow'
import { toast } from '../../device/navigation'

type Me = Output<'members.me'>
type Kind = Me['consents'][number]['kind']

const KINDS: readonly { kind: Kind; title: string; off: string }[] = [
  { kind: 'location', title: '学习时可以用一次位置', off: '没有授权，学习时自己选村（社区）' },
  { kind: 'public_name', title: '榜单上显示我的名字', off: '没有授权，榜单上用化名' },
]

interface Props {
  me: Me
  onChanged: () => void
}

/** Withdrawing is one tap, as easy as giving. */
export function Consents({ me, onChanged }: Props) {
  const change = useAction('members.setConsent')

  async function set(kind: Kind, given: boolean) {
    const answer = await change.run({ kind, given })
    if (!answer) return
    toast(given ? '已授权，随时可以撤回' : '已撤回，马上生效')
    void queryClient.invalidateQueries({ queryKey: ['boards.top'] })
    onChanged()
  }

  return (
    <Card testId="consents">
      <Heading>我的授权</Heading>
      {KINDS.map(({ kind, title, off }) => {
        const consent = me.consents.find((one) => one.kind === kind)
        const given = consent?.given === true
        const day = consent ? dayjs(consent.at).format('YYYY年M月D日') : ''
        return (
          <TickRow
            key={kind}
            kind="switch"
            title={title}
            hint={given ? `${day} 授权，关掉即撤回` : off}
            on={given}
            disabled={change.busy}
            onChange={(on) => void set(kind, on)}
            testId={`consent-${kind}`}
          />
        )
      })}
      {change.error && <Text className="fp-muted">{wordsOf(change.error).hint}</Text>}
    </Card>
  )
}
