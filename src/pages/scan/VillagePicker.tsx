import { Input, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Output } from '../../../contract/actions'
import { useRead } from '../../api/use-read'
import { Button } from '../../components/Button'
import { ListRow } from '../../components/ListRow'
import { Loaded } from '../../components/Loaded'
import { Press } from '../../components/Press'
import './VillagePicker.scss'

type Area = Output<'areas.children'>['items'][number]
/** `alone` means there was nothing else to choose, so nobody was asked. */
type Walked = Area & { alone: boolean }

interface Props {
  busy: boolean
  onChoose: (areaId: string) => void
}

/** Down the tree of areas, or by a few characters of the name. */
export function VillagePicker({ busy, onChoose }: Props) {
  const [path, setPath] = useState<Walked[]>([])
  const [text, setText] = useState('')
  const here = path[path.length - 1]
  const chosenAt = path.map(({ alone }) => alone).lastIndexOf(false)
  const searching = text.trim() !== ''
  const children = useRead('areas.children', { parentId: here?.id ?? null }, !searching)
  const found = useRead('areas.search', { text: text.trim().slice(0, 20) }, searching)

  function choose(area: Area) {
    if (area.level === 'village' || !area.hasChildren) onChoose(area.id)
    else {
      setText('')
      setPath([...path, { ...area, alone: false }])
    }
  }
  const only = children.data?.items.length === 1 ? children.data.items[0] : undefined
  useEffect(() => {
    if (only?.hasChildren) setPath((walked) => [...walked, { ...only, alone: true }])
  }, [only])

  return (
    <View>
      <Input
        className="fp-field"
        placeholder="输入村名、社区名找一找"
        value={text}
        maxlength={20}
        onInput={(event) => setText(event.detail.value)}
        aria-label="输入村名、社区名找一找"
        data-testid="village-search"
      />
      {!searching && path.length > 0 && (
        <View className="fp-villages__path">
          <Press
            className="fp-villages__back"
            disabled={chosenAt < 0}
            onPress={() => setPath(path.slice(0, chosenAt))}
          >
            {`${chosenAt < 0 ? '' : '‹ '}${path.map(({ name }) => name).join(' › ')}`}
          </Press>
          {here && here.level !== 'county' && here.level !== 'city' && (
            <Button small kind="soft" disabled={busy} onPress={() => onChoose(here.id)}>
              就选这里
            </Button>
          )}
        </View>
      )}
      <Loaded query={searching ? found : children} skeletons={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Text className="fp-muted">没有找到，换个字试试，或者直接往下学。</Text>
          ) : (
            <View className="fp-villages" data-testid="villages">
              {items.map((area) => (
                <ListRow
                  key={area.id}
                  title={area.name}
                  hint={searching ? area.path : undefined}
                  icon="pin"
                  onPress={() => !busy && choose(area)}
                  testId="village"
                />
              ))}
            </View>
          )
        }
      </Loaded>
    </View>
  )
}
