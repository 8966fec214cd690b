import { Text, View } from '@tarojs/components'
import dayjs from 'dayjs'
import type { Output } from '../../../contract/actions'
import { reasonWords } from '../../api/reason-words'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import { Heading } from '../../components/Heading'

type Recruit = Output<'promoters.desk'>['recruits'][number]

const OUTCOMES: Record<Recruit['outcome'], { text: string; tone: 'good' | 'warn' | 'plain' }> = {
  credited: { text: '已计数', tone: 'good' },
  held: { text: '待核', tone: 'warn' },
  refused: { text: '不计数', tone: 'plain' },
}

/** The newest people I taught, and why a credit waits or does not count. */
export function Recruits({ recruits }: { recruits: readonly Recruit[] }) {
  if (recruits.length === 0) {
    return (
      <Empty
        icon="people"
        title="还没有带会的街坊"
        hint="点「给下一位看」，让街坊当面扫码，学完一课就会出现在这里。"
      />
    )
  }
  return (
    <Card testId="recruits">
      <Heading>最近带会的</Heading>
      {recruits.map((recruit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: masked names repeat within one minute.
        <OneRecruit recruit={recruit} key={at} />
      ))}
    </Card>
  )
}

function OneRecruit({ recruit }: { recruit: Recruit }) {
  const { text, tone } = OUTCOMES[recruit.outcome]
  const where = recruit.fenceName ? ` · ${recruit.fenceName}` : ''
  return (
    <View className="fp-recruit" data-testid="recruit">
      <View className="fp-grow">
        <Text className="fp-recruit__name">{recruit.displayName}</Text>
        <Text className="fp-recruit__line">
          {`${dayjs(recruit.scannedAt).format('M月D日 HH:mm')}${where}`}
        </Text>
        {recruit.reasons.map((reason) => (
          <Text className="fp-recruit__line" key={reason}>{`· ${reasonWords(reason)}`}</Text>
        ))}
      </View>
      <Chip text={text} tone={tone} />
    </View>
  )
}
