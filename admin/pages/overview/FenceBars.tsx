import { Link } from 'react-router'
import type { Output } from '../../../contract/actions'
import { OUTCOME_COLORS, useMode } from '../../theme'

interface Props {
  readonly rows: Output<'overview.read'>['byFence']
}

/** Fences by volunteers; where people were taught, never a ranking of officers. */
export function FenceBars({ rows }: Props) {
  const color = OUTCOME_COLORS[useMode((store) => store.mode)].credited
  const most = Math.max(1, ...rows.map(({ credited }) => credited))
  if (rows.every(({ credited }) => credited === 0)) {
    return (
      <p className="quiet">
        还没有在围栏里登记的志愿者。<Link to="/fences">看看围栏</Link>
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
            <i style={{ width: `${(credited / most) * 100}%`, background: color }} />
          </span>
          <b className="figure">{credited}</b>
        </li>
      ))}
    </ul>
  )
}
