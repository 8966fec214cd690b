import { Text } from '@tarojs/components'
import type { Output } from '../../../contract/actions'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Notice } from '../../components/Notice'
import { open } from '../../device/navigation'

interface Props {
  me: Output<'members.me'>
}

/** The promoter's side of me: the desk, the application on its way, or the way to apply. */
export function Work({ me }: Props) {
  const { promoter } = me
  if (promoter?.state === 'approved') {
    return (
      <Card tone="primary">
        <Heading>{`我是${promoter.org.name}的宣传员`}</Heading>
        <Text className="fp-text">二维码、带会的人、每一笔结果，都在工作台。</Text>
        <Button icon="qr" onPress={() => open('/pages/promoter/desk')} testId="open-desk">
          打开工作台
        </Button>
      </Card>
    )
  }
  return (
    <Card>
      <Heading>做一名宣传员</Heading>
      {promoter?.state === 'waiting' && (
        <Notice tone="info" testId="application-waiting">
          {`已向${promoter.org.name}申请，正在等单位审批。`}
        </Notice>
      )}
      {promoter?.state === 'refused' && (
        <Notice tone="warn" testId="application-refused">
          {`${promoter.org.name}这次没有通过${promoter.reason ? `：${promoter.reason}` : ''}。可以再申请。`}
        </Notice>
      )}
      {!promoter && (
        <Text className="fp-text">
          民警、辅警、社区工作者、企业负责人，可以申请自己的专属二维码。
        </Text>
      )}
      <Button
        kind="soft"
        icon="pencil"
        onPress={() => open('/pages/promoter/apply')}
        testId="open-apply"
      >
        {promoter?.state === 'waiting' ? '看申请进度' : '申请专属二维码'}
      </Button>
    </Card>
  )
}
