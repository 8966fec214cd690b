import { Text, View } from '@tarojs/components'
import type { FaceErrorCode } from '../../api/api-error'
import { ERROR_WORDS } from '../../api/error-words'
import { Button } from '../../components/Button'
import { Heading } from '../../components/Heading'
import { Icon } from '../../components/Icon'
import { open } from '../../device/navigation'
import { dial } from '../../device/phone-call'
import { colourOf } from './code-errors'
import './CodeTrouble.scss'

interface Props {
  code: FaceErrorCode
  unit?: string
}

/** A code that does not work, in the colour of how bad that is, with what to do. */
export function CodeTrouble({ code, unit }: Props) {
  const colour = colourOf(code)
  const { title, hint } = ERROR_WORDS[code === 'BAD_INPUT' ? 'CODE_UNKNOWN' : code]
  return (
    <View className={`fp-trouble fp-trouble--${colour}`} data-testid={`code-${colour}`}>
      <View className="fp-trouble__sign">
        <Icon name={colour === 'red' ? 'alert' : colour === 'grey' ? 'clock' : 'user'} size={48} />
      </View>
      <Heading level={1} className="fp-trouble__title">
        {title}
      </Heading>
      {unit && <Text className="fp-trouble__words">{`发码单位：${unit}`}</Text>}
      <Text className="fp-trouble__words">{hint}</Text>
      <View className="fp-trouble__ways">
        {colour !== 'blue' && (
          <Button kind="accent" icon="phone" onPress={() => dial('96110')}>
            拨 96110 核实
          </Button>
        )}
        <Button kind="soft" onPress={() => open('/pages/home/feed')}>
          去看防骗文章
        </Button>
      </View>
    </View>
  )
}
