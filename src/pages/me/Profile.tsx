import { Text, View } from '@tarojs/components'
import type { Output } from '../../../contract/actions'
import { Avatar } from '../../components/Avatar'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Heading } from '../../components/Heading'
import { ListRow } from '../../components/ListRow'
import { Stat } from '../../components/Stat'
import { open } from '../../device/navigation'
import { roleWords } from './role-words'

interface Props {
  me: Output<'members.me'>
}

/** Who I am here, and what I have gathered. */
export function Profile({ me }: Props) {
  const isPromoter = me.roles.some(({ role }) => role === 'promoter')
  return (
    <Card testId="profile">
      <View className="fp-row">
        <Avatar name={me.displayName} size={60} />
        <View className="fp-grow">
          <Heading level={1}>{me.displayName}</Heading>
          <View className="fp-wrap">
            {me.roles.length === 0 && <Chip text="街坊" />}
            {me.roles.map(({ role, org }) => (
              <Chip
                key={`${role}${org?.id ?? ''}`}
                tone="primary"
                text={org ? `${roleWords(role)} · ${org.name}` : roleWords(role)}
              />
            ))}
          </View>
        </View>
      </View>
      <View className="fp-profile__stats">
        {isPromoter && (
          <Stat label="宣传员积分" value={me.points.promoter} testId="points-promoter" />
        )}
        <Stat label="志愿者积分" value={me.points.volunteer} testId="points-volunteer" />
      </View>
      <ListRow
        icon="star"
        title="我的分怎么来的"
        hint="每一分都能查到来处"
        onPress={() => open('/pages/me/points')}
        testId="my-points"
      />
      {(me.volunteer || !isPromoter) && (
        <ListRow
          icon="card"
          title="我的志愿者卡"
          hint={me.volunteer ? (me.volunteer.unit ?? '自己报名') : '还没有，扫码学一课就有'}
          onPress={() => open('/pages/volunteer/card')}
          testId="my-card"
        />
      )}
      {me.volunteer === null && !isPromoter && (
        <Text className="fp-muted">看文章不算分也没关系，学会了才是真的。</Text>
      )}
    </Card>
  )
}
