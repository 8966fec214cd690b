import { Text, View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Heading } from '../../components/Heading'
import { Press } from '../../components/Press'
import { toast } from '../../device/navigation'
import { copyText } from '../../device/share'
import type { Article } from './article-words'
import './article.scss'

interface Props {
  sources: Article['sources']
}

/** Where it was taken from and when that was true; a link is copied, never jumped to. */
export function Sources({ sources }: Props) {
  async function copy(url: string) {
    toast((await copyText(url)) ? '网址已复制' : '没能复制，请长按网址')
  }
  return (
    <Card testId="sources">
      <Heading level={3}>内容来源</Heading>
      {sources.map(({ name, url, asOf }) => (
        <View className="fp-article__source" key={`${name}${url ?? ''}`}>
          <Text className="fp-grow">{`${name}（截至 ${asOf}）`}</Text>
          {url && (
            <Press
              className="fp-article__copy"
              label={`复制网址：${name}`}
              onPress={() => void copy(url)}
            >
              复制网址
            </Press>
          )}
        </View>
      ))}
    </Card>
  )
}
