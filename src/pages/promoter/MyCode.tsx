import { Text, View } from '@tarojs/components'
import type { Output } from '../../../contract/actions'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Heading } from '../../components/Heading'
import { Notice } from '../../components/Notice'
import { QrPicture } from '../../components/QrPicture'
import { open } from '../../device/navigation'
import { codeAddress } from './code-address'

type Code = NonNullable<Output<'codes.mine'>['code']>

const STATE_WORDS: Record<Code['state'], string> = {
  active: '有效',
  revoked: '已停用',
  expired: '已过期',
}

export function MyCode({ code }: { code: Code | null }) {
  if (!code) {
    return <Empty icon="qr" title="还没有专属二维码" hint="申请通过后，二维码会自动出现在这里。" />
  }
  if (code.state !== 'active') {
    return (
      <Notice tone="bad" testId="my-code-stopped">
        {`您的二维码${STATE_WORDS[code.state]}${code.revokedReason ? `：${code.revokedReason}` : ''}。请联系${code.org.name}。`}
      </Notice>
    )
  }
  return (
    <Card testId="my-code">
      <View className="fp-my-code">
        <Heading>我的专属二维码</Heading>
        <Text className="fp-muted">
          {code.fence ? `${code.org.name} · ${code.fence.name}` : code.org.name}
        </Text>
        <QrPicture text={codeAddress(code.path)} size={200} />
        <Text className="fp-my-code__scene" userSelect>
          {`编号 ${code.scene}`}
        </Text>
        <Button icon="qr" onPress={() => open('/pages/promoter/show')} testId="open-show">
          给下一位看
        </Button>
      </View>
    </Card>
  )
}
