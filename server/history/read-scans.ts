import {
  type Column,
  OPTIONAL_COLUMNS,
  REQUIRED_COLUMNS,
  type RowFault,
  readScanRow,
  type ScanRow,
} from '../../domain/history/read-scan-row'
import { RuleError } from '../platform/rule-error'
import { type Encoding, readLines } from './read-lines'
import { type ReadRecord, type RecordFault, RecordReader } from './read-records'

/** What could not be read on a line; without a column it is the line itself. */
export interface ScanFault {
  readonly line: number
  readonly column: Column | null
  readonly found: string
  readonly expected: RowFault['expected'] | RecordFault | 'AS_MANY_CELLS_AS_THE_HEADER'
}

export interface ReadScans {
  readonly rows: readonly ScanRow[]
  readonly faults: readonly ScanFault[]
  /** Read of the file up to here. */
  readonly bytes: number
}

const FOUND_LENGTH_MAX = 80
const DELIMITERS = [',', '\t', ';'] as const

/**
 * Streams a CSV of scans, some hundreds of rows at a time. Throws CSV_INVALID when the first line
 * is no header with the needed columns; a row that cannot be read becomes a fault.
 */
export async function* readScans(file: string, encoding: Encoding): AsyncGenerator<ReadScans> {
  let records: RecordReader | null = null
  let header: Header | null = null
  let bytes = 0
  for await (const part of readLines(file, encoding)) {
    bytes = part.bytes
    records ??= new RecordReader(delimiterOf(part.lines.find((line) => line.trim() !== '') ?? ''))
    const reader: RecordReader = records
    const read = part.lines.flatMap((text, at) => reader.read(part.firstLine + at, text))
    if (!header && read.length > 0) header = headerFrom(read.shift())
    if (header) yield { ...scansOf(read, header), bytes }
  }
  const last = records?.end() ?? []
  if (!header) header = headerFrom(last.shift())
  if (last.length > 0) yield { ...scansOf(last, header), bytes }
}

/** Spreadsheets write tabs or semicolons under some settings; the header tells. */
function delimiterOf(header: string): string {
  return DELIMITERS.find((delimiter) => header.includes(delimiter)) ?? ','
}

interface Header {
  readonly width: number
  readonly at: ReadonlyMap<Column, number>
}

function headerFrom(record: ReadRecord | undefined): Header {
  const names = record && 'cells' in record ? record.cells.map((name) => name.toLowerCase()) : []
  const columns: readonly Column[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS]
  const missing = REQUIRED_COLUMNS.filter((column) => !names.includes(column))
  const twice = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
  if (missing.length > 0 || twice.length > 0) {
    const found = names.slice(0, 20).map((name) => name.slice(0, FOUND_LENGTH_MAX))
    throw new RuleError('CSV_INVALID', { line: record?.line ?? 1, missing, twice, found })
  }
  const present = columns.filter((column) => names.includes(column))
  return {
    width: names.length,
    at: new Map(present.map((column) => [column, names.indexOf(column)])),
  }
}

function scansOf(records: readonly ReadRecord[], header: Header) {
  const rows: ScanRow[] = []
  const faults: ScanFault[] = []
  for (const record of records) {
    const read = scanOf(record, header)
    if ('expected' in read) faults.push({ ...read, found: read.found.slice(0, FOUND_LENGTH_MAX) })
    else rows.push(read)
  }
  return { rows, faults }
}

function scanOf(record: ReadRecord, { width, at }: Header): ScanRow | ScanFault {
  const { line } = record
  if (!('cells' in record)) return { ...record, column: null }
  const { cells } = record
  if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) {
    const found = `${cells.length} : ${cells.join(' | ')}`
    return { line, column: null, found, expected: 'AS_MANY_CELLS_AS_THE_HEADER' }
  }
  const read = readScanRow((column) => cells[at.get(column) ?? -1] ?? '')
  return 'column' in read ? { line, ...read } : read
}
