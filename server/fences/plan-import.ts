import { createHash } from 'node:crypto'
import type { Crs } from '../../domain/fences/coordinates'
import type { MultiPolygon } from '../../domain/fences/geometry'
import type { Tx } from '../platform/database'
import type { Likeness } from './area-names'
import { outlineAbove, outlineOf, type StandingArea, standingAreas } from './import-store'
import { type AreaMatch, matchAreas } from './match-areas'
import { type BorderChange, measureChange } from './measure-change'
import type { PreparedFence } from './prepare-fences'
import {
  type CrsCheck,
  centreOf,
  checkCrsByNames,
  checkCrsByParent,
  metersApart,
  uncheckedCrs,
} from './suspect-crs'

/** More than this many pairs tell nothing more, and each means reading an outline. */
const COMPARED_MAX = 100

/** A feature that will be saved, and what that will do. */
export interface PlannedFence {
  fence: PreparedFence
  /** The standing area it belongs to; null when it makes a new one. */
  area: StandingArea | null
  original: { type: 'MultiPolygon'; coordinates: MultiPolygon }
  originalHash: Buffer
  result: 'added' | 'changed' | 'same'
  /** Against the standing version; null unless `changed`. */
  change: BorderChange | null
}

/** A feature that is not saved, because a standing area may be the same place. */
export interface DoubtfulFence {
  index: number
  name: string
  candidates: {
    name: string
    likeness: Likeness
    /** Distance of the centres in metres; null when the area has no fence. */
    metersApart: number | null
    /** Whether the area's fence was made of this very outline. */
    sameOutline: boolean
  }[]
}

export interface ImportPlan {
  crs: CrsCheck
  planned: PlannedFence[]
  doubtful: DoubtfulFence[]
  /** Standing areas with a fence that the file does not name: they stay as they are. */
  absent: string[]
}

export interface PlanOptions {
  crs: Crs
  /** The area above, when it is there already. */
  parent: { id: string; path: string } | null
  match?: ReadonlyMap<string, string>
  createNew?: boolean
  /** Names of the file whose features were refused. */
  refused: readonly string[]
}

interface Original {
  original: PlannedFence['original']
  originalHash: Buffer
}

function originalOf(fence: PreparedFence): Original {
  const original = { type: 'MultiPolygon' as const, coordinates: fence.original }
  return { original, originalHash: createHash('sha256').update(JSON.stringify(original)).digest() }
}

/** Reads each standing outline at most once, and only when it is asked for. */
function outlineReader(tx: Tx): (area: StandingArea) => Promise<MultiPolygon | null> {
  const outlineByFence = new Map<string, MultiPolygon>()
  return async ({ fence }) => {
    if (!fence) return null
    const known = outlineByFence.get(fence.id) ?? (await outlineOf(tx, fence))
    outlineByFence.set(fence.id, known)
    return known
  }
}

type ReadOutline = ReturnType<typeof outlineReader>

async function checkCrs(
  tx: Tx,
  matched: readonly { fence: PreparedFence; match: AreaMatch }[],
  readOutline: ReadOutline,
  { crs, parent }: PlanOptions,
): Promise<CrsCheck> {
  const pairs: { fence: PreparedFence; standing: MultiPolygon }[] = []
  for (const { fence, match } of matched) {
    if (match.kind !== 'standing' || pairs.length >= COMPARED_MAX) continue
    const standing = await readOutline(match.area)
    if (standing) pairs.push({ fence, standing })
  }
  if (pairs.length > 0) return checkCrsByNames(crs, pairs)
  const above = parent ? await outlineAbove(tx, parent.id) : null
  if (!above || matched.length === 0) return uncheckedCrs(crs)
  return checkCrsByParent(
    crs,
    matched.map(({ fence }) => fence),
    above.outline,
  )
}

async function asDoubtful(
  fence: PreparedFence,
  candidates: Extract<AreaMatch, { kind: 'doubtful' }>['candidates'],
  readOutline: ReadOutline,
  isSame: (fence: PreparedFence, area: StandingArea) => boolean,
): Promise<DoubtfulFence> {
  const centre = centreOf(fence.polygons)
  const shown: DoubtfulFence['candidates'] = []
  for (const { area, likeness } of candidates) {
    const outline = await readOutline(area)
    const apart = outline ? Math.round(metersApart(centre, centreOf(outline))) : null
    const sameOutline = isSame(fence, area)
    shown.push({ name: area.name, likeness, metersApart: apart, sameOutline })
  }
  return { index: fence.index, name: fence.name, candidates: shown }
}

/**
 * Says what an import would do, and writes nothing: which area each feature is, what is doubtful,
 * what each border moves by, and whether the stated coordinate system can be right. Throws
 * GeometryRefused when the operator's matches do not fit.
 */
export async function planImport(
  tx: Tx,
  fences: readonly PreparedFence[],
  options: PlanOptions,
): Promise<ImportPlan> {
  const { crs, parent } = options
  const standing = await standingAreas(tx, parent?.id ?? null)
  const originals = new Map(fences.map((fence) => [fence, originalOf(fence)]))
  const isSame = (fence: PreparedFence, { fence: old }: StandingArea) => {
    const hash = originals.get(fence)?.originalHash
    return Boolean(old && hash && old.originalCrs === crs && old.originalHash.equals(hash))
  }
  const above = parent?.path.split('/') ?? []
  const matches = matchAreas(fences, standing, { ...options, above })
  const matched = fences.map((fence, at) => ({ fence, match: matches[at] ?? { kind: 'new' } }))
  const readOutline = outlineReader(tx)
  const plan: ImportPlan = {
    crs: await checkCrs(tx, matched, readOutline, options),
    planned: [],
    doubtful: [],
    absent: absentOf(standing, matches, options.refused),
  }
  for (const { fence, match } of matched) {
    if (match.kind === 'doubtful') {
      plan.doubtful.push(await asDoubtful(fence, match.candidates, readOutline, isSame))
      continue
    }
    const area = match.kind === 'standing' ? match.area : null
    const before = area && !isSame(fence, area) ? await readOutline(area) : null
    const result = !area?.fence ? 'added' : before ? 'changed' : 'same'
    const change = before ? measureChange(before, fence.polygons) : null
    plan.planned.push({
      fence,
      area,
      ...(originals.get(fence) ?? originalOf(fence)),
      result,
      change,
    })
  }
  return plan
}

function absentOf(
  standing: readonly StandingArea[],
  matches: readonly AreaMatch[],
  refused: readonly string[],
): string[] {
  const met = new Set(
    matches.flatMap((match) => {
      if (match.kind === 'standing') return [match.area.id]
      return match.kind === 'doubtful' ? match.candidates.map(({ area }) => area.id) : []
    }),
  )
  return standing
    .filter(({ id, name, fence }) => fence && !met.has(id) && !refused.includes(name))
    .map(({ name }) => name)
}
