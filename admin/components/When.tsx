import { dayOf, fullInstant, shortInstant } from '../words/instants'

interface Props {
  readonly at: string | null
  readonly dayOnly?: boolean
}

/** An instant in the county's time; the full one on hover. */
export function When({ at, dayOnly = false }: Props) {
  if (at === null) return <span className="faint">—</span>
  return (
    <time dateTime={at} title={fullInstant(at)} className="figure">
      {dayOnly ? dayOf(at) : shortInstant(at)}
    </time>
  )
}
