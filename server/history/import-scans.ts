import type { Crs } from '../../domain/fences/coordinates'
import { cell001, distanceBucketMeters, isInsideChina } from '../../domain/fences/coordinates'
import { compareOverlapping } from '../../domain/fences/verdict'
import type { ScanRow } from '../../domain/history/read-scan-row'
import { DOUBLE_TAP_SECONDS, pastPlace, standingOf } from '../../domain/history/standing'
import { RULES } from '../../domain/recruitment/rules'
import { toGcj02 } from '../fences/convert-coordinates'
import { type FencesInMemory, fenceMemory } from '../fences/fence-memory'
import type { Db } from '../platform/database'
import { type ReadScan, readScans } from './read-scans'
import { addPeople, bindFirstScans, nameOutcomes } from './settle-store'
import { countUnsettled, type HistoryEvent, stageEvents } from './store'

const BATCH = 2000
/** Few enough to be quick, many enough that each transaction of a million rows stays short. */
const ROWS_PER_BUCKET = 50_000
const FAULTS_SHOWN = 100
const LOOK_METERS = 3000

export interface ImportReport {
  readonly rows: number
  readonly added: number
  readonly known: number
  readonly repeated: number
  readonly unreadable: number
  /** The first hundred, by line. */
  readonly faults: readonly {
    line: number
    column: string | null
    found: string
    expected: string
  }[]
  /** How many newly settled events counted, or why they did not. */
  readonly outcomes: Readonly<Record<string, number>>
}

type Progress = (done: {
  step: 'reading' | 'settling'
  bytes?: number
  part?: number
  of?: number
}) => void

/**
 * Loads a county's history of scans. Reading commits batch by batch and settling bucket by bucket,
 * so a killed import goes on where it stopped when it is run again; a second run changes nothing.
 */
export async function importScans(
  db: Db,
  options: { file: string; crs: Crs; orgId: string; progress?: Progress },
): Promise<ImportReport> {
  const now = new Date()
  const fences = await db.transaction().execute((tx) => fenceMemory().current(tx, now))
  const report = { rows: 0, added: 0, known: 0, repeated: 0, unreadable: 0 }
  const faults: ImportReport['faults'][number][] = []
  let batch = new Map<string, HistoryEvent>()
  const flush = async () => {
    if (batch.size === 0) return
    const events = [...batch.values()].sort((a, b) => (a.eventId < b.eventId ? -1 : 1))
    batch = new Map()
    const staged = await db.transaction().execute((tx) => stageEvents(tx, events))
    report.added += staged.added
    report.known += staged.known
    report.repeated += staged.repeated
  }
  for await (const read of readScans(options.file)) {
    report.rows += 1
    if ('fault' in read) {
      report.unreadable += 1
      if (faults.length < FAULTS_SHOWN) faults.push(faultOf(read))
      continue
    }
    const event = eventFrom(read.row, options.crs, fences)
    const twin = batch.get(event.eventId)
    if (twin) report.repeated += 1
    batch.set(event.eventId, twin ? smallerOf(twin, event) : event)
    if (batch.size >= BATCH) {
      await flush()
      options.progress?.({ step: 'reading', bytes: read.bytes })
    }
  }
  await flush()
  const outcomes = await settle(db, options.orgId, options.progress)
  return { ...report, faults, outcomes }
}

function faultOf(read: Extract<ReadScan, { fault: unknown }>): ImportReport['faults'][number] {
  const { column, found, expected } = read.fault
  return { line: read.line, column, found: found.slice(0, 80), expected }
}

/** Within a batch the same choice as the database makes between batches. */
function smallerOf(a: HistoryEvent, b: HistoryEvent): HistoryEvent {
  const key = (one: HistoryEvent) => [
    new Date(one.occurredAt).toISOString(),
    new Date(one.receivedAt).toISOString(),
    one.promoter,
    one.volunteer,
    one.kind,
    one.standing,
  ]
  const [left, right] = [key(a), key(b)]
  const differs = left.findIndex((part, at) => part !== right[at])
  return differs >= 0 && (right[differs] ?? '') < (left[differs] ?? '') ? b : a
}

function eventFrom(row: ScanRow, crs: Crs, fences: FencesInMemory): HistoryEvent {
  const place = placeOf(row, crs, fences)
  const { point: _point, accuracyMeters: _accuracy, ...kept } = row
  return { ...kept, ...place, standing: standingOf({ ...row, place: place.verdict }) }
}

/** Only verdict, fence, cell and distance bucket are kept of where somebody was. */
function placeOf(row: ScanRow, crs: Crs, fences: FencesInMemory) {
  if (!row.point)
    return { verdict: 'placeless' as const, fenceId: null, cell: null, distanceBucket: null }
  const { lng, lat } = row.point
  if (!isInsideChina(lng, lat))
    return { verdict: 'outside' as const, fenceId: null, cell: null, distanceBucket: LOOK_METERS }
  const [x, y] = toGcj02(lng, lat, crs)
  const nearby = fences.near(x, y, LOOK_METERS)
  const nearest = Math.min(LOOK_METERS, ...nearby.map(({ distanceMeters }) => distanceMeters))
  const holding = nearby
    .filter(({ distanceMeters }) => distanceMeters <= Math.max(nearest, 0))
    .map(({ fence, distanceMeters }) => ({ ...fence, id: fence.fenceId, distanceMeters }))
    .sort(compareOverlapping)
  const verdict = pastPlace(nearby.length > 0 ? nearest : LOOK_METERS, row.accuracyMeters)
  const fenceId = verdict === 'inside' || verdict === 'near' ? (holding[0]?.id ?? null) : null
  return { verdict, fenceId, cell: cell001(x, y), distanceBucket: distanceBucketMeters(nearest) }
}

async function settle(db: Db, orgId: string, progress?: Progress): Promise<Record<string, number>> {
  const waiting = await db.transaction().execute(async (tx) => {
    const unsettled = await countUnsettled(tx)
    if (unsettled > 0) await addPeople(tx, orgId)
    return unsettled
  })
  const of = Math.max(1, Math.ceil(waiting / ROWS_PER_BUCKET))
  const outcomes: Record<string, number> = {}
  for (let at = 0; waiting > 0 && at < of; at++) {
    const named = await db.transaction().execute(async (tx) => {
      await bindFirstScans(tx, { at, of }, orgId, RULES)
      return nameOutcomes(tx, { at, of }, DOUBLE_TAP_SECONDS)
    })
    for (const [outcome, n] of named) outcomes[outcome] = (outcomes[outcome] ?? 0) + n
    progress?.({ step: 'settling', part: at + 1, of })
  }
  return outcomes
}
