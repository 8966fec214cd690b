import {
  type Crs,
  cell001,
  distanceBucketMeters,
  isInsideChina,
} from '../../domain/fences/coordinates'
import { compareOverlapping } from '../../domain/fences/verdict'
import type { ScanRow } from '../../domain/history/read-scan-row'
import { pastPlace, standingOf } from '../../domain/history/standing'
import { toGcj02 } from '../fences/convert-coordinates'
import type { FencesInMemory } from '../fences/fence-memory'
import type { HistoryScan } from './store'

/** How far around a scan fences are looked for; farther than the last distance bucket begins. */
const LOOK_METERS = 3000

/** Judges where a scan was; only verdict, fence, cell and distance bucket are kept of the place. */
export function placeScan(row: ScanRow, crs: Crs, fences: FencesInMemory): HistoryScan {
  const { point, accuracyMeters, ...kept } = row
  const place = point ? placeOf(point, accuracyMeters, crs, fences) : PLACELESS
  return { ...kept, ...place, standing: standingOf({ ...row, place: place.verdict }) }
}

type Place = Pick<HistoryScan, 'verdict' | 'fenceId' | 'cell' | 'distanceBucket'>
const PLACELESS: Place = { verdict: 'placeless', fenceId: null, cell: null, distanceBucket: null }

function placeOf(
  point: { lng: number; lat: number },
  accuracyMeters: number | null,
  crs: Crs,
  fences: FencesInMemory,
): Place {
  if (!isInsideChina(point.lng, point.lat))
    return { verdict: 'outside', fenceId: null, cell: null, distanceBucket: LOOK_METERS }
  const [lng, lat] = toGcj02(point.lng, point.lat, crs)
  const cell = cell001(lng, lat)
  // Where no fence was drawn yet, nobody can have been outside of one.
  if (fences.all.length === 0)
    return { verdict: 'unknown', fenceId: null, cell, distanceBucket: null }
  const nearby = fences.near(lng, lat, LOOK_METERS)
  const nearest = nearby[0]?.distanceMeters ?? LOOK_METERS
  const verdict = pastPlace(nearest, accuracyMeters)
  const placed = verdict === 'inside' || verdict === 'near'
  const [holder] = nearby
    .filter(({ distanceMeters }) => distanceMeters <= Math.max(nearest, 0))
    .map(({ fence, distanceMeters }) => ({ ...fence, id: fence.fenceId, distanceMeters }))
    .sort(compareOverlapping)
  const fenceId = placed ? (holder?.id ?? null) : null
  return { verdict, fenceId, cell, distanceBucket: distanceBucketMeters(nearest) }
}
