import { Text, View } from '@tarojs/components'
import type { Persona } from '../../api/use-personas'
import { Avatar } from '../../components/Avatar'
import { Chip } from '../../components/Chip'
import { Press } from '../../components/Press'
import './PersonaCard.scss'

interface Props {
  persona: Persona
  onChoose: (persona: Persona) => void
  now?: boolean
  disabled?: boolean
  /** Name and title only, standing upright, for a row of several. */
  compact?: boolean
}

/** One demo person; a tap becomes them. */
export function PersonaCard({
  persona,
  onChoose,
  now = false,
  disabled = false,
  compact = false,
}: Props) {
  const console = persona.face === 'console'
  return (
    <Press
      className={`fp-persona${compact ? ' fp-persona--compact' : ''}`}
      label={`${persona.name}，${persona.title}`}
      testId={`persona-${persona.openid}`}
      disabled={disabled}
      onPress={() => onChoose(persona)}
    >
      <View className="fp-persona__in">
        <Avatar name={persona.name} tone={console ? 'accent' : 'primary'} />
        <View className="fp-grow">
          <View className="fp-wrap">
            <Text className="fp-persona__name">{persona.name}</Text>
            <Chip text={persona.title} tone={console ? 'warn' : 'primary'} />
            {now && <Chip text="当前身份" tone="good" />}
          </View>
          {!compact && <Text className="fp-persona__story">{persona.story}</Text>}
          {console && !compact && <Text className="fp-persona__story">将打开管理后台</Text>}
        </View>
      </View>
    </Press>
  )
}
