import { Text, View } from '@tarojs/components'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { ListRow } from '../../components/ListRow'
import { Points } from '../../components/Points'
import { Sheet } from '../../components/Sheet'

interface Props {
  asOf?: string | undefined
}

const RULES = [
  '只有街坊学完一课、答对小测，才算“带会”一位。只扫码、只转发都不算。',
  '成绩一样就并列，名次相同，不分先后。',
  '名字默认是化名。想显示真名，要自己在「我的」里打开；随时可以关掉。',
  '能审核积分的工作人员不参加排名。',
  '榜单不作考核，不通报，单位可以整个关掉。',
]

export function WhyBoards({ asOf }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <ListRow
        icon="info"
        title="为什么这样排？"
        hint="怎么算分、怎么并列、怎么退出"
        onPress={() => setOpen(true)}
      />
      {asOf && (
        <Text className="fp-muted">{`更新于 ${dayjs(asOf).format('M月D日 HH:mm')}，每天零点按北京时间换期`}</Text>
      )}
      {open && (
        <Sheet title="榜单怎么排" onClose={() => setOpen(false)}>
          <View className="fp-stack">
            <Heading level={3}>先学会，再排榜</Heading>
            <Points items={RULES} />
          </View>
        </Sheet>
      )}
    </Card>
  )
}
