import type { Crs } from '../../domain/fences/coordinates'
import { polygonsToGcj02 } from './convert-coordinates'
import { type ReadFeature, type ReadOptions, readGeojson } from './read-geojson'
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
}

/**
 * Reads, converts to GCJ-02 once and repairs every feature of a file whose coordinate system the
 * uploader states. One bad feature never stops the others. Throws GeometryRefused for a bad file.
 */
export async function prepareFences(
  source: Source,
  options: ReadOptions & { crs: Crs },
): Promise<PreparedFences> {
  const { features, refused, encoding } = await readGeojson(source, options)
  const prepared: PreparedFences = { fences: [], refused: [...refused], encoding }
  for (const { index, name, code, polygons, notes } of features) {
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
