import { type Likeness, likenessOf } from './area-names'
import type { StandingArea } from './import-store'
import type { PreparedFence } from './prepare-fences'
import { GeometryRefused } from './refusal'

export type AreaMatch =
  | { kind: 'standing'; area: StandingArea }
  | { kind: 'new' }
  | { kind: 'doubtful'; candidates: { area: StandingArea; likeness: Likeness }[] }

export interface MatchOptions {
  /** Names of the areas above, outermost first. */
  above: readonly string[]
  /** What the operator decided: the file's name to the standing one. */
  match?: ReadonlyMap<string, string>
  /** The operator says that what is doubtful is new. */
  createNew?: boolean
  /** Names of the file whose features were refused: their areas are nobody else's. */
  refused?: readonly string[]
}

function unknown(message: string): GeometryRefused {
  return new GeometryRefused('MATCH_UNKNOWN', message)
}

const listed = (names: readonly string[]) =>
  names.length === 0
    ? '（没有）'
    : `${names.slice(0, 30).join('、')}${names.length > 30 ? '……' : ''}`

function assertPossible(
  match: ReadonlyMap<string, string>,
  inFile: ReadonlySet<string>,
  standing: ReadonlyMap<string, StandingArea>,
): void {
  const taken = new Set<string>()
  for (const [name, old] of match) {
    if (!inFile.has(name)) {
      throw unknown(`--match 的“${name}”不在文件里；文件里有：${listed([...inFile])}`)
    }
    if (!standing.has(old)) {
      throw unknown(`--match 的“${old}”不在已有区划里；已有：${listed([...standing.keys()])}`)
    }
    if (inFile.has(old)) throw unknown(`--match 的“${old}”在文件里有同名的图形，不能再对应别的`)
    if (taken.has(old)) throw unknown(`--match 把两个图形都对应到了“${old}”`)
    taken.add(old)
  }
}

/**
 * Which standing area below the parent each feature is: the one of the same name or the one that
 * the operator named; one that only resembles is a question, whatever else speaks for it. Codes
 * are never looked at: those of two publishers collide. Throws GeometryRefused when the operator's
 * matches do not fit the file or the areas.
 */
export function matchAreas(
  fences: readonly PreparedFence[],
  standing: readonly StandingArea[],
  { above, match = new Map(), createNew = false, refused = [] }: MatchOptions,
): AreaMatch[] {
  const areaByName = new Map(standing.map((area) => [area.name, area]))
  const inFile = new Set(fences.map(({ name }) => name))
  assertPossible(match, inFile, areaByName)
  const claimed = new Set([...match.values(), ...refused])
  const free = standing.filter(({ name }) => !inFile.has(name) && !claimed.has(name))
  return fences.map((fence): AreaMatch => {
    const area = areaByName.get(match.get(fence.name) ?? fence.name)
    if (area) return { kind: 'standing', area }
    const candidates = free.flatMap((one) => {
      const likeness = likenessOf(fence.name, one.name, above)
      return likeness ? [{ area: one, likeness }] : []
    })
    if (candidates.length === 0 || createNew) return { kind: 'new' }
    return { kind: 'doubtful', candidates }
  })
}
