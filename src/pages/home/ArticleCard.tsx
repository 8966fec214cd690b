import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Chip } from '../../components/Chip'
import { Press } from '../../components/Press'
import { open } from '../../device/navigation'
import { dayWords, readingWords } from '../article/article-words'
import type { ArticleCardData } from './feed-filter'
import './ArticleCard.scss'

interface Props {
  card: ArticleCardData
}

export const ArticleCard = memo(function ArticleCard({ card }: Props) {
  return (
    <Press
      className="fp-article-card"
      label={`${card.type}：${card.title}`}
      testId="article-card"
      onPress={() => open(`/pages/article/article?slug=${card.slug}`)}
    >
      <View className="fp-wrap">
        <Chip text={card.type} tone={card.type === '案例' ? 'bad' : 'primary'} />
        <Chip text={card.fraudType.name} />
      </View>
      <Text className="fp-article-card__title">{card.title}</Text>
      <Text className="fp-article-card__summary">{card.summary}</Text>
      <Text className="fp-article-card__foot">
        {`${dayWords(card.publishedOn)} · ${readingWords(card.readingSeconds)}`}
      </Text>
    </Press>
  )
})
