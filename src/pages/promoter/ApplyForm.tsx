import { Input, Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { wordsOf } from '../../api/error-words'
import { useAction } from '../../api/use-action'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Heading } from '../../components/Heading'
import { Notice } from '../../components/Notice'
import { toast } from '../../device/navigation'
import { type Org, OrgPicker } from './OrgPicker'

interface Props {
  onApplied: () => void
}

export function ApplyForm({ onApplied }: Props) {
  const [org, setOrg] = useState<Org | null>(null)
  const [fenceId, setFenceId] = useState<string | null>(null)
  const [staffName, setStaffName] = useState('')
  const [note, setNote] = useState('')
  const apply = useAction('promoters.apply')

  async function submit() {
    if (!org || staffName.trim() === '') {
      toast(org ? '请填写您的姓名或工号' : '请先选择单位')
      return
    }
    const answer = await apply.run({ orgId: org.id, fenceId, staffName: staffName.trim(), note })
    if (answer) onApplied()
  }

  return (
    <>
      <Card>
        <Heading>1. 您在哪个单位？</Heading>
        <OrgPicker
          chosen={org}
          onChoose={(next) => {
            setOrg(next)
            setFenceId(null)
          }}
        />
      </Card>
      {org && org.fences.length > 0 && (
        <Card>
          <Heading>2. 主要在哪里宣传？（可不选）</Heading>
          <View className="fp-wrap" aria-role="radiogroup" aria-label="宣传范围">
            {org.fences.map(({ id, name }) => (
              <Chip
                key={id}
                text={name}
                on={fenceId === id}
                onPress={() => setFenceId(fenceId === id ? null : id)}
                testId="apply-fence"
              />
            ))}
          </View>
        </Card>
      )}
      <Card>
        <Heading>{org && org.fences.length > 0 ? '3. 怎么称呼您？' : '2. 怎么称呼您？'}</Heading>
        <Text className="fp-muted">街坊扫码时会看到，方便核实；只写姓氏加职务也行</Text>
        <Input
          className="fp-field"
          placeholder="比如：王警官、李主任"
          value={staffName}
          maxlength={60}
          onInput={(event) => setStaffName(event.detail.value)}
          aria-label="怎么称呼您"
          data-testid="apply-name"
        />
        <Text className="fp-muted">给审批人留句话（可不填）</Text>
        <Textarea
          className="fp-field"
          placeholder="比如：负责东街社区的日常宣传"
          value={note}
          maxlength={200}
          autoHeight
          onInput={(event) => setNote(event.detail.value)}
          aria-label="给审批人留句话"
          data-testid="apply-note"
        />
      </Card>
      {apply.error && (
        <Notice tone="bad" testId="apply-error">
          {`${wordsOf(apply.error).title}。${wordsOf(apply.error).hint}`}
        </Notice>
      )}
      <Button busy={apply.busy} onPress={() => void submit()} testId="apply-submit">
        交申请
      </Button>
    </>
  )
}
