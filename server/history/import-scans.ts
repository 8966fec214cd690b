import type { Db } from '../platform/database'
import type { ImportOptions } from './import-options'
import { inImportSession } from './import-session'
import { type Encoding, encodingOf } from './read-lines'
import { type Settled, settleScans } from './settle-scans'
import { type StagedFile, stageFile } from './stage-file'

/**
 * `added` scans are kept now, and the outcomes add up to them; `known` were kept by an earlier
 * import; `repeated` rows bear an event id that stands in another row of the file; of
 * `contradicting` ids with more than one content the smallest, or the one kept before, holds.
 */
export interface ImportReport extends Settled, Omit<StagedFile, 'readable'> {
  readonly encoding: Encoding
  /** Data rows of the file, readable or not. */
  readonly rows: number
}

/**
 * Loads a county's history of scans. The file is read whole before anything counts; then scans are
 * credited and filed in parts, each part one transaction, so that an import killed at any moment
 * is brought to the same end by running it again, and a second run changes nothing.
 */
export async function importScans(db: Db, options: ImportOptions): Promise<ImportReport> {
  const encoding = await encodingOf(options.file)
  const waiting = () => options.progress?.({ step: 'waiting' })
  return inImportSession(db, waiting, async (session) => {
    const { readable, unreadable, faults } = await stageFile(session, encoding, options)
    const settled = await settleScans(session, readable, options)
    return { encoding, rows: readable + unreadable, unreadable, ...settled, faults }
  })
}
