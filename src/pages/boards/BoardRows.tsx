import { Text, View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { Empty } from '../../components/Empty'
import type { BoardRow } from './board-query'
import './boards.scss'

interface Props {
  rows: readonly BoardRow[]
  unit: string
  /** How many people are on the whole board, told under its head. */
  members?: number
}

/** Equal scores share a rank, so a rank may repeat and the next one is skipped. */
export function BoardRows({ rows, unit, members }: Props) {
  if (rows.length === 0) {
    return (
      <Empty
        icon="trophy"
        title="这段时间还没有人上榜"
        hint="教会一位街坊，或者学完一课，就会出现在这里。"
      />
    )
  }
  return (
    <View className="fp-board" data-testid="board">
      {rows.map((row, at) => (
        <OneRow
          row={row}
          unit={unit}
          tied={rows.some((other, where) => where !== at && other.rank === row.rank)}
          // biome-ignore lint/suspicious/noArrayIndexKey: pseudonyms may repeat, places do not.
          key={at}
        />
      ))}
      {members !== undefined && (
        <Text className="fp-board__foot">{`共 ${members} 人自愿参加`}</Text>
      )}
    </View>
  )
}

function OneRow({ row, unit, tied }: { row: BoardRow; unit: string; tied: boolean }) {
  const medal = row.rank <= 3 ? ` fp-board__rank--${row.rank}` : ''
  const words = `第${row.rank}名${tied ? '并列' : ''}，${row.displayName}，${row.score}${unit}`
  return (
    <View
      className={`fp-board__row${row.me ? ' fp-board__row--me' : ''}`}
      data-testid="board-row"
      aria-label={words}
    >
      <Text className={`fp-board__rank${medal}`}>{String(row.rank)}</Text>
      <View className="fp-grow">
        <View className="fp-row">
          <Text className="fp-board__name">{row.displayName}</Text>
          {row.me && <Chip text="我" tone="good" />}
          {tied && <Chip text="并列" />}
        </View>
        {row.unit && <Text className="fp-board__unit">{row.unit}</Text>}
      </View>
      <Text className="fp-board__score">{`${row.score} ${unit}`}</Text>
    </View>
  )
}
