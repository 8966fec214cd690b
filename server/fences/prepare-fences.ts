import type { Crs } from '../../domain/fences/coordinates'
import { polygonsToGcj02 } from './convert-coordinates'
import type { ReadFeature, ReadOptions } from './read-features'
import { type FenceFormat, readFences } from './read-fences'
import type { Encoding, Source } from './read-text'
import { GeometryRefused, type RefusedFeature } from './refusal'
import { type RepairedGeometry, repairGeometry } from './repair-geometry'

/** A feature ready to become a fence: its upload as it was, and its repaired GCJ-02 outline. */
export interface PreparedFence extends RepairedGeometry {
  index: number
  name: string
  code: string | null
  original: ReadFeature['polygons']
}

export interface PreparedFences {
  fences: PreparedFence[]
  /** In the order of the file; read and repair refusals together. */
  refused: RefusedFeature[]
  encoding: Encoding
  format: FenceFormat
  /** What the file itself says of its coordinates, as FenceReading gives it. */
  namedCrs: string | null
  unprojected: boolean
}

/** What two names must differ in to be two names: neither spaces nor full-width letters. */
const spelling = (name: string) => name.normalize('NFKC').replace(/\s+/g, '')

function repeatedWords(name: string, places: readonly number[]): string {
  const shown = places
    .slice(0, 10)
    .sort((a, b) => a - b)
    .join('、')
  return `文件里有 ${places.length} 个图形都叫“${name}”（第 ${shown} 个）：请合并成一个，或各起各名`
}

/** Refuses every bearer of a name that the file gives twice: none of them is the right one. */
function refuseRepeated(features: readonly ReadFeature[], refused: readonly RefusedFeature[]) {
  const placesByName = new Map<string, number[]>()
  for (const { name, index } of [...features, ...refused]) {
    if (name === null) continue
    const places = placesByName.get(spelling(name)) ?? []
    placesByName.set(
      spelling(name),
      [...places, index + 1].sort((a, b) => a - b),
    )
  }
  const single: ReadFeature[] = []
  const repeated: RefusedFeature[] = []
  for (const feature of features) {
    const places = placesByName.get(spelling(feature.name)) ?? []
    if (places.length === 1) single.push(feature)
    else {
      const { index, name } = feature
      repeated.push({ index, name, code: 'NAME_REPEATED', message: repeatedWords(name, places) })
    }
  }
  return { single, repeated }
}

/**
 * Reads, converts to GCJ-02 once and repairs every feature of a file whose coordinate system the
 * uploader states. One bad feature never stops the others. Throws GeometryRefused for a bad file.
 */
export async function prepareFences(
  source: Source,
  options: ReadOptions & { crs: Crs; fileName?: string },
): Promise<PreparedFences> {
  const { features, refused, ...facts } = await readFences(source, options.fileName ?? '', options)
  const { single, repeated } = refuseRepeated(features, refused)
  const prepared: PreparedFences = { ...facts, fences: [], refused: [...refused, ...repeated] }
  for (const { index, name, code, polygons, notes } of single) {
    try {
      const repaired = repairGeometry(polygonsToGcj02(polygons, options.crs))
      const repairs = [...notes, ...repaired.repairs]
      prepared.fences.push({ ...repaired, repairs, index, name, code, original: polygons })
    } catch (error) {
      if (!(error instanceof GeometryRefused)) throw error
      prepared.refused.push({ index, name, code: error.code, message: error.message })
    }
  }
  prepared.refused.sort((a, b) => a.index - b.index)
  return prepared
}
