import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { dial } from '../../device/phone-call'
import { keep, readKept } from '../../device/storage'

const PHONE = /^1\d{10}$|^0?\d{7,11}$/

/** Calling one's own people; the number stays on this phone and is never sent. */
export function FamilyCall() {
  const [kept, setKept] = useState(() => readKept<string>('family-phone'))
  const [typed, setTyped] = useState('')

  function save() {
    keep('family-phone', typed)
    setKept(typed)
  }

  if (kept) {
    return (
      <View className="fp-stack">
        <Button kind="soft" icon="phone" onPress={() => dial(kept)}>
          打给家里人
        </Button>
        <Button kind="plain" icon="pencil" onPress={() => setKept(null)}>
          换一个家人的号码
        </Button>
      </View>
    )
  }
  return (
    <Card>
      <Text className="fp-text">记下一个家人的号码，着急时一点就打（只存在这部手机上）</Text>
      <Input
        className="fp-field"
        type="number"
        maxlength={12}
        placeholder="家人的电话"
        value={typed}
        onInput={(event) => setTyped(event.detail.value)}
        aria-label="家人的电话"
      />
      <Button kind="soft" disabled={!PHONE.test(typed)} onPress={save}>
        记下来
      </Button>
    </Card>
  )
}
