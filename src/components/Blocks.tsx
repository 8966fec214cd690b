import { Text, View } from '@tarojs/components'
import type { Output } from '../../contract/actions'
import { Heading } from './Heading'
import './Blocks.scss'

export type Block = Output<'content.read'>['blocks'][number]

interface Props {
  blocks: readonly Block[]
  /** 0, 1 or 2 steps larger than the page's own text. */
  step?: number
}

/** The body of an article or a lesson. */
export function Blocks({ blocks, step = 0 }: Props) {
  return (
    <View className={`fp-blocks fp-blocks--${step}`} data-testid="blocks">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never change places.
        <OneBlock block={block} key={at} />
      ))}
    </View>
  )
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <Heading className="fp-blocks__heading">{block.text}</Heading>
    case 'text':
      return <Text className="fp-blocks__text">{block.text}</Text>
    case 'quote':
      return <Text className="fp-blocks__quote">{block.text}</Text>
    case 'list':
      return <ListBlock block={block} />
    case 'chat':
      return <ChatBlock block={block} />
  }
}

function ListBlock({ block }: { block: Extract<Block, { kind: 'list' }> }) {
  return (
    <View className="fp-blocks__list">
      {block.items.map((item, at) => (
        <View className="fp-blocks__item" key={item}>
          <Text className={block.ordered ? 'fp-blocks__number' : 'fp-blocks__dot'}>
            {block.ordered ? String(at + 1) : '•'}
          </Text>
          <Text className="fp-grow">{item}</Text>
        </View>
      ))}
    </View>
  )
}

function ChatBlock({ block }: { block: Extract<Block, { kind: 'chat' }> }) {
  return (
    <View className="fp-chat" aria-label="聊天经过">
      <Text className="fp-chat__note">骗局还原，左边是骗子</Text>
      {block.lines.map((line, at) => (
        <View
          className={`fp-chat__line fp-chat__line--${line.side}`}
          // biome-ignore lint/suspicious/noArrayIndexKey: a con says the same words twice.
          key={at}
        >
          <Text className="fp-chat__who">{line.side === 'them' ? '骗' : '我'}</Text>
          <Text className="fp-chat__bubble">{line.text}</Text>
        </View>
      ))}
    </View>
  )
}
