import { Text, View } from '@tarojs/components'
import { Press } from '../../components/Press'
import { type BoardQuery, MEASURE_NAMES, PERIODS, ROLE_NAMES } from './board-query'

interface Props {
  query: BoardQuery
  onChange: (query: BoardQuery) => void
}

export function BoardChoice({ query, onChange }: Props) {
  return (
    <View className="fp-stack">
      <Segments
        label="看谁的榜"
        testId="role"
        options={Object.entries(ROLE_NAMES)}
        now={query.role}
        onChoose={(role) => onChange({ ...query, role: role as BoardQuery['role'] })}
      />
      {query.role === 'promoter' && (
        <Segments
          label="比什么"
          testId="measure"
          options={Object.entries(MEASURE_NAMES)}
          now={query.measure}
          onChoose={(measure) => onChange({ ...query, measure: measure as BoardQuery['measure'] })}
        />
      )}
      <Segments
        label="哪段时间"
        testId="period"
        options={PERIODS.map(({ key, name }) => [key, name])}
        now={query.period}
        onChoose={(period) => onChange({ ...query, period })}
      />
    </View>
  )
}

interface SegmentsProps {
  label: string
  testId: string
  options: readonly (readonly [string, string])[]
  now: string
  onChoose: (key: string) => void
}

function Segments({ label, testId, options, now, onChoose }: SegmentsProps) {
  return (
    <View className="fp-segments" aria-role="tablist" aria-label={label}>
      {options.map(([key, name]) => (
        <Press
          key={key}
          className={`fp-segment${key === now ? ' fp-segment--now' : ''}`}
          role="tab"
          on={key === now}
          onPress={() => onChoose(key)}
          testId={`${testId}-${key}`}
        >
          <Text>{name}</Text>
        </Press>
      ))}
    </View>
  )
}
