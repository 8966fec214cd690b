import { Link } from 'react-router'
import type { Output } from '../../../contract/actions'

interface Props {
  readonly rows: Output<'overview.read'>['byFence']
}

/** Fences by credited recruitments; where people were taught, never a ranking of officers. */
export function FenceBars({ rows }: Props) {
  const most = Math.max(1, ...rows.map(({ credited }) => credited))
  if (rows.every(({ credited }) => credited === 0)) {
    return (
      <p className="quiet">
        还没有围栏内的招募。<Link to="/fences">看看围栏</Link>
      </p>
    )
  }
  return (
    <ul className="bars">
      {rows.map(({ name, credited }) => (
        <li key={name}>
          <span className="bar-name" title={name}>
            {name}
          </span>
          <span className="bar-track" aria-hidden="true">
            <i style={{ width: `${(credited / most) * 100}%` }} />
          </span>
          <b className="figure">{credited}</b>
        </li>
      ))}
    </ul>
  )
}
