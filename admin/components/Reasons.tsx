import { Tag, Tooltip } from 'antd'
import { wordsOfReason } from '../words/recruitment-words'

export function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return <span className="faint">—</span>
  return (
    <span className="tags">
      {reasons.map((reason) => {
        const words = wordsOfReason(reason)
        return (
          <Tooltip key={reason} title={words.long}>
            <Tag>{words.short}</Tag>
          </Tooltip>
        )
      })}
    </span>
  )
}
