import type { Crs } from '../../domain/fences/coordinates'
import { areaByPath, upsertArea } from '../areas/store'
import type { Tx } from '../platform/database'
import type { Tables } from '../platform/tables'
import { someAreas } from './import-store'
import type { BorderChange } from './measure-change'
import { type DoubtfulFence, type PlannedFence, planImport } from './plan-import'
import { prepareFences } from './prepare-fences'
import type { FenceFormat } from './read-fences'
import type { Encoding, Source } from './read-text'
import { GeometryRefused, type RefusedFeature } from './refusal'
import { bumpFenceEpoch } from './store'
import type { CrsCheck } from './suspect-crs'
import { saveFence } from './version-store'

type Level = Tables['area']['level']
/** Outermost first. */
const LEVELS: readonly Level[] = ['province', 'city', 'county', 'town', 'village']
const NEW_COUNTY = '本县'

export interface ImportedFence {
  name: string
  /** The standing area it was taken for, when that is called otherwise. */
  matched: string | null
  result: 'added' | 'changed' | 'same'
  vertices: number
  areaSquareMeters: number
  repairs: readonly string[]
  change: BorderChange | null
}

export interface FenceImportReport {
  readonly format: FenceFormat
  readonly encoding: Encoding
  /** The coordinate system that the file names, and whether metres of it became degrees. */
  readonly namedCrs: string | null
  readonly unprojected: boolean
  readonly parent: string | null
  readonly parentIsNew: boolean
  readonly crs: CrsCheck
  readonly fences: readonly ImportedFence[]
  readonly doubtful: readonly DoubtfulFence[]
  readonly absent: readonly string[]
  readonly refused: readonly RefusedFeature[]
  /** Why nothing was saved although it was no dry run; null when it was saved. */
  readonly stopped: 'CRS_SUSPECTED' | null
  readonly saved: boolean
}

export interface ImportOptions {
  source: Source
  /** Tells the format where the content does not. */
  fileName?: string
  layer?: string
  crs: Crs
  level: Level
  orgId: string
  parentPath?: string
  nameField?: string
  /** The operator's answers: names of the file to standing names; what is doubtful is new. */
  match?: ReadonlyMap<string, string>
  createNew?: boolean
  /** The operator says that the coordinate system is right although it looks wrong. */
  confirmed?: boolean
  dryRun?: boolean
  now: Date
  newId: () => string
  progress?: (done: number, of: number) => void
}

/**
 * Makes an area and its fence of each feature, or with `dryRun` says what that would do. Features
 * are matched by name path below the parent, never by code, and doubtful ones are left out and
 * told. The same file again changes nothing; a changed outline becomes a new version. Nothing is
 * saved while the coordinate system is suspected and not confirmed. One transaction: a killed
 * import leaves nothing half done. Throws GeometryRefused for the file as a whole.
 */
export async function importFences(tx: Tx, options: ImportOptions): Promise<FenceImportReport> {
  const { fences, refused, ...facts } = await prepareFences(options.source, options)
  const path = await parentPath(tx, options)
  const parent = path === null ? null : ((await areaByPath(tx, path)) ?? null)
  if (path !== null && !parent) levelsOf(path, options.level)
  const names = refused.flatMap(({ name }) => (name === null ? [] : [name]))
  const { planned, ...plan } = await planImport(tx, fences, { ...options, parent, refused: names })
  const stopped =
    plan.crs.verdict === 'suspected' && !options.confirmed && !options.dryRun
      ? ('CRS_SUSPECTED' as const)
      : null
  const saved = stopped === null && !options.dryRun
  if (saved) await save(tx, planned, path, options)
  return {
    ...facts,
    ...plan,
    parent: path,
    parentIsNew: path !== null && parent === null,
    fences: planned.map(asImported),
    refused,
    stopped,
    saved,
  }
}

function asImported({ fence, area, result, change }: PlannedFence): ImportedFence {
  return {
    name: fence.name,
    matched: area && area.name !== fence.name ? area.name : null,
    result,
    vertices: fence.vertices,
    areaSquareMeters: Math.round(fence.areaSquareMeters),
    repairs: fence.repairs,
    change,
  }
}

/**
 * The parent named, else the only area of the level above; towns of an empty database get a county
 * to be named later. Never a guess among several.
 */
async function parentPath(tx: Tx, { level, parentPath: named }: ImportOptions) {
  if (named) return named
  const above = LEVELS[LEVELS.indexOf(level) - 1]
  if (above !== 'county' && above !== 'town') return null
  const [only, ...others] = await someAreas(tx, above)
  if (only && others.length === 0) return only.path
  if (!only && above === 'county') return NEW_COUNTY
  const shown = [only, ...others].flatMap((area) => (area ? [area.path] : []))
  const known = shown.length > 0 ? `，例如 ${shown.slice(0, 3).join('、')}` : ''
  throw new GeometryRefused('MATCH_UNKNOWN', `请用 --parent 写明上级区划的路径${known}`)
}

/** The levels of a path's names, the last one a level above the features. */
function levelsOf(path: string, level: Level): readonly Level[] {
  const names = path.split('/')
  const levels = LEVELS.slice(0, LEVELS.indexOf(level)).slice(-names.length)
  if (levels.length === names.length && !names.includes('')) return levels
  const message = `上级区划的路径“${path}”不对：应像 岚川市/云澜县，从上到下，用 / 隔开`
  throw new GeometryRefused('MATCH_UNKNOWN', message)
}

const parentFor = async (tx: Tx, path: string, options: ImportOptions) =>
  (await areaByPath(tx, path)) ?? ensureParent(tx, path, options)

/** Makes the areas of a path that are not there yet. */
async function ensureParent(tx: Tx, path: string, { level, newId }: ImportOptions) {
  const levels = levelsOf(path, level)
  let parent: { id: string; path: string } | null = null
  for (const [at, name] of path.split('/').entries()) {
    const area = { id: newId(), parent, level: levels[at] ?? 'county', name, code: null }
    parent = await upsertArea(tx, area)
  }
  return parent
}

async function save(
  tx: Tx,
  planned: readonly PlannedFence[],
  path: string | null,
  options: ImportOptions,
): Promise<void> {
  const { level, orgId, crs, now, newId, progress } = options
  if (planned.length === 0) return
  const parent = path === null ? null : await parentFor(tx, path, options)
  for (const [at, { fence, area, original, originalHash }] of planned.entries()) {
    const { name, code } = fence
    const { id } = area ?? (await upsertArea(tx, { id: newId(), parent, level, name, code }))
    await saveFence(tx, {
      id: newId(),
      kind: 'area',
      areaId: id,
      orgId,
      name: area?.name ?? name,
      outline: fence.polygons,
      original,
      originalCrs: crs,
      originalHash,
      areaSquareMeters: fence.areaSquareMeters,
      vertices: fence.vertices,
      repairs: fence.repairs,
      now,
    })
    progress?.(at + 1, planned.length)
  }
  if (planned.some(({ result }) => result !== 'same')) await bumpFenceEpoch(tx)
}
