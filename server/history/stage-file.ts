import { sql } from 'kysely'
import { type FencesInMemory, fenceMemory } from '../fences/fence-memory'
import type { Db, Tx } from '../platform/database'
import type { ImportOptions } from './import-options'
import { inOne } from './import-session'
import { placeScan } from './place-scan'
import type { Encoding } from './read-lines'
import { readScans, type ScanFault } from './read-scans'
import { type HistoryScan, openStaging, stageScans } from './store'

const STAGED_AT_ONCE = 5000
const FAULTS_SHOWN = 100

export interface StagedFile {
  readonly readable: number
  readonly unreadable: number
  /** The first hundred, by line. */
  readonly faults: readonly ScanFault[]
}

/** Reads the whole file into the staging table, each scan placed by the fences of today. */
export async function stageFile(
  session: Db,
  encoding: Encoding,
  options: ImportOptions,
): Promise<StagedFile> {
  const fences = await inOne(session, async (tx) => {
    await openStaging(tx)
    return fencesNow(tx)
  })
  const faults: ScanFault[] = []
  const writer = batchWriter(session)
  let [readable, unreadable] = [0, 0]
  try {
    for await (const read of readScans(options.file, encoding)) {
      for (const row of read.rows) writer.add(placeScan(row, options.crs, fences))
      readable += read.rows.length
      unreadable += read.faults.length
      faults.push(...read.faults.slice(0, FAULTS_SHOWN - faults.length))
      await writer.writeIfFull()
      options.progress?.({ step: 'reading', bytes: read.bytes })
    }
  } finally {
    await writer.end()
  }
  return { readable, unreadable, faults }
}

async function fencesNow(tx: Tx): Promise<FencesInMemory> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(tx)
  if (!rows[0]) throw new Error('select now() always has a row')
  return fenceMemory().current(tx, rows[0].now)
}

/** Writes one batch while the next is read, and never two at once on the one connection. */
function batchWriter(session: Db) {
  let batch: HistoryScan[] = []
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    await writing
    const scans = batch
    batch = []
    writing = inOne(session, (tx) => stageScans(tx, scans))
    // Its failure is met by the next await; until then it must not count as unhandled.
    writing.catch(() => undefined)
  }
  return {
    add: (scan: HistoryScan) => void batch.push(scan),
    writeIfFull: async () => {
      if (batch.length >= STAGED_AT_ONCE) await write()
    },
    end: async () => {
      if (batch.length > 0) await write()
      await writing
    },
  }
}
