import { useQuery } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type Kept, readArticle } from '../../api/kept-reads'
import { Blocks } from '../../components/Blocks'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Heading } from '../../components/Heading'
import { Helpline } from '../../components/Helpline'
import { Loaded } from '../../components/Loaded'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { useShareCard } from '../../device/share'
import { useSettings } from '../../theme/settings'
import { type Article, dayWords, readingWords } from './article-words'
import { ReadingTools } from './ReadingTools'
import { Sources } from './Sources'
import './article.scss'

export default function ArticlePage() {
  const slug = useRouter().params.slug ?? ''
  const article = useQuery<Kept<Article>, Error>({
    queryKey: ['content.read', slug],
    queryFn: () => readArticle(slug),
  })
  useShareCard(
    article.data?.title ?? '防骗我最牛',
    slug ? `/pages/article/article?slug=${slug}` : '/pages/home/feed',
  )
  return (
    <Screen title="文章" keptAt={article.data?.keptAt}>
      <Loaded query={article} skeletons={2}>
        {(data) => <ArticleBody article={data} />}
      </Loaded>
    </Screen>
  )
}

function ArticleBody({ article }: { article: Article }) {
  const step = useSettings((state) => state.textStep)
  return (
    <>
      <View className="fp-article__head">
        <View className="fp-wrap">
          <Chip text={article.type} tone={article.type === '案例' ? 'bad' : 'primary'} />
          <Chip text={article.fraudType.name} />
        </View>
        <Heading level={1} className="fp-article__title">
          {article.title}
        </Heading>
        <Text className="fp-muted">
          {`${dayWords(article.publishedOn)} 发布 · ${readingWords(article.readingSeconds)}`}
        </Text>
      </View>
      <ReadingTools spoken={article.spoken} />
      <Card>
        <Text className="fp-article__summary">{article.summary}</Text>
        <Blocks blocks={article.blocks} step={step} />
      </Card>
      <View className="fp-wrap">
        <Text className="fp-muted">适合：</Text>
        {article.audiences.map(({ id, name }) => (
          <Chip key={id} text={name} />
        ))}
      </View>
      <Sources sources={article.sources} />
      <Helpline />
      <ShareButton />
    </>
  )
}

/** WeChat's own share sheet; a browser has its own way of sharing a page. */
function ShareButton() {
  if (process.env.TARO_ENV !== 'weapp') return null
  return (
    <Press openType="share" className="fp-button fp-button--soft">
      讲给家里人听听
    </Press>
  )
}
