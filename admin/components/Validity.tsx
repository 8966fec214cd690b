import { When } from './When'

interface Props {
  readonly from: string
  readonly to: string | null
}

/** From when to when a code or a fence counts. */
export function Validity({ from, to }: Props) {
  if (to === null) {
    return (
      <span>
        <When at={from} dayOnly /> 起长期有效
      </span>
    )
  }
  return (
    <span>
      <When at={from} dayOnly /> 至 <When at={to} dayOnly />
    </span>
  )
}
