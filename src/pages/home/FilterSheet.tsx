import { Text, View } from '@tarojs/components'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Loaded } from '../../components/Loaded'
import { Sheet } from '../../components/Sheet'
import { EVERYTHING, type FeedFilter } from './feed-filter'

interface Props {
  filter: FeedFilter
  onChange: (filter: FeedFilter) => void
  onClose: () => void
}

export function FilterSheet({ filter, onChange, onClose }: Props) {
  const filters = useRead('content.filters', {})
  return (
    <Sheet title="想看哪一类？" onClose={onClose}>
      <Loaded query={filters} skeletons={2}>
        {({ fraudTypes, audiences }) => (
          <View className="fp-stack">
            <Text className="fp-muted">诈骗类型</Text>
            <Tags
              tags={fraudTypes}
              chosen={filter.fraudType}
              onChoose={(fraudType) => onChange({ ...filter, fraudType })}
            />
            <Text className="fp-muted">适合谁看</Text>
            <Tags
              tags={audiences}
              chosen={filter.audience}
              onChoose={(audience) => onChange({ ...filter, audience })}
            />
            <View className="fp-row">
              <Button kind="plain" onPress={() => onChange(EVERYTHING)}>
                清空
              </Button>
              <Button onPress={onClose}>看文章</Button>
            </View>
          </View>
        )}
      </Loaded>
    </Sheet>
  )
}

interface Tag {
  id: string
  name: string
}
interface TagsProps {
  tags: readonly (Tag & { articles: number })[]
  chosen: Tag | null
  onChoose: (tag: Tag | null) => void
}

function Tags({ tags, chosen, onChoose }: TagsProps) {
  return (
    <View className="fp-wrap">
      {tags.map(({ id, name, articles }) => (
        <Chip
          key={id}
          text={`${name} ${articles}`}
          on={chosen?.id === id}
          onPress={() => onChoose(chosen?.id === id ? null : { id, name })}
        />
      ))}
    </View>
  )
}
