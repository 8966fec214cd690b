import { createHash } from 'node:crypto'
import type { Crs } from '../../domain/fences/coordinates'
import { areaByPath, rootArea, upsertArea } from '../areas/store'
import type { Tx } from '../platform/database'
import type { Tables } from '../platform/tables'
import { type PreparedFence, prepareFences } from './prepare-fences'
import type { Source } from './read-text'
import type { RefusedFeature } from './refusal'
import { bumpFenceEpoch, saveFence } from './store'

type Level = Tables['area']['level']
const ABOVE: Record<Level, Level | null> = {
  province: null,
  city: 'province',
  county: 'city',
  town: 'county',
  village: 'town',
}

export interface FenceImportReport {
  readonly encoding: string
  readonly parent: string | null
  readonly fences: readonly {
    name: string
    result: 'added' | 'changed' | 'same'
    vertices: number
    areaSquareMeters: number
    repairs: readonly string[]
  }[]
  readonly refused: readonly RefusedFeature[]
}

/**
 * Makes an area and its fence of each feature. Features are matched by name path below the parent,
 * never by code. The same file again changes nothing; a changed outline becomes a new version. One
 * transaction: a killed import leaves nothing half done.
 */
export async function importFences(
  tx: Tx,
  options: {
    source: Source
    crs: Crs
    level: Level
    orgId: string
    parentPath?: string
    nameField?: string
    now: Date
    newId: () => string
    progress?: (done: number, of: number) => void
  },
): Promise<FenceImportReport> {
  const { fences, refused, encoding } = await prepareFences(options.source, options)
  const parent = await parentOf(tx, options)
  const done: FenceImportReport['fences'][number][] = []
  for (const [at, fence] of fences.entries()) {
    const area = await upsertArea(tx, {
      id: options.newId(),
      parent,
      level: options.level,
      name: fence.name,
      code: fence.code,
    })
    const saved = await saveFence(tx, toSave(fence, area.id, options))
    done.push({
      name: fence.name,
      result: saved.result,
      vertices: fence.vertices,
      areaSquareMeters: Math.round(fence.areaSquareMeters),
      repairs: fence.repairs,
    })
    options.progress?.(at + 1, fences.length)
  }
  if (done.some(({ result }) => result !== 'same')) await bumpFenceEpoch(tx)
  return { encoding, parent: parent?.path ?? null, fences: done, refused }
}

/** The parent named, else the first area of the level above; a county is made when there is none. */
async function parentOf(
  tx: Tx,
  options: { level: Level; parentPath?: string; newId: () => string },
): Promise<{ id: string; path: string } | null> {
  if (options.parentPath) {
    const named = await areaByPath(tx, options.parentPath)
    return named ?? makeParent(tx, options.parentPath, ABOVE[options.level] ?? 'county', options)
  }
  const above = ABOVE[options.level]
  if (!above || above === 'province' || above === 'city') return null
  return (await rootArea(tx, above)) ?? makeParent(tx, '本县', above, options)
}

const makeParent = (tx: Tx, name: string, level: Level, { newId }: { newId: () => string }) =>
  upsertArea(tx, { id: newId(), parent: null, level, name, code: null })

function toSave(
  fence: PreparedFence,
  areaId: string,
  options: { crs: Crs; orgId: string; now: Date; newId: () => string },
) {
  const original = { type: 'MultiPolygon', coordinates: fence.original }
  return {
    id: options.newId(),
    kind: 'area' as const,
    areaId,
    orgId: options.orgId,
    name: fence.name,
    outline: fence.polygons,
    original,
    originalCrs: options.crs,
    originalHash: createHash('sha256').update(JSON.stringify(original)).digest(),
    areaSquareMeters: fence.areaSquareMeters,
    vertices: fence.vertices,
    repairs: fence.repairs,
    now: options.now,
  }
}
