import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../components/Chip'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { FilterSheet } from './FilterSheet'
import { ARTICLE_TYPES, type FeedFilter } from './feed-filter'
import './FeedFilters.scss'

interface Props {
  filter: FeedFilter
  onChange: (filter: FeedFilter) => void
}

export function FeedFilters({ filter, onChange }: Props) {
  const [choosing, setChoosing] = useState(false)
  const chosen = [filter.fraudType?.name, filter.audience?.name].filter(Boolean).join(' · ')
  return (
    <View className="fp-filters">
      <ScrollView scrollX className="fp-filters__scroll" enhanced showScrollbar={false}>
        <View className="fp-filters__row" aria-role="radiogroup">
          <Press
            className={`fp-chip fp-chip--choice${chosen ? ' fp-chip--on' : ''}`}
            label="按诈骗类型和人群筛选"
            onPress={() => setChoosing(true)}
            testId="filter"
          >
            <View className="fp-row">
              <Icon name="filter" size={18} />
              <Text>{chosen || '筛选'}</Text>
            </View>
          </Press>
          <Chip
            text="全部"
            on={filter.type === null}
            onPress={() => onChange({ ...filter, type: null })}
          />
          {ARTICLE_TYPES.map((type) => (
            <Chip
              key={type}
              text={type}
              on={filter.type === type}
              onPress={() => onChange({ ...filter, type })}
            />
          ))}
        </View>
      </ScrollView>
      {choosing && (
        <FilterSheet filter={filter} onChange={onChange} onClose={() => setChoosing(false)} />
      )}
    </View>
  )
}
