import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import {
  type Column,
  OPTIONAL_COLUMNS,
  REQUIRED_COLUMNS,
  type RowFault,
  readScanRow,
  type ScanRow,
} from '../../domain/history/read-scan-row'
import { RuleError } from '../platform/rule-error'

export type ReadScan =
  | { readonly line: number; readonly bytes: number; readonly row: ScanRow }
  | { readonly line: number; readonly bytes: number; readonly fault: RowFault | SyntaxFault }

export interface SyntaxFault {
  readonly column: null
  readonly found: string
  readonly expected: string
}

interface Info {
  readonly record: string[]
  readonly info: { readonly lines: number; readonly bytes: number; readonly error?: Error }
}

/**
 * Streams a CSV of scans row by row. Throws CSV_INVALID when the header lacks a needed column;
 * a row that cannot be read is given as a fault with its line, and reading goes on.
 */
export async function* readScans(file: string): AsyncGenerator<ReadScan> {
  const skipped: ReadScan[] = []
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        const { lines = 0, bytes = 0 } = (error ?? {}) as { lines?: number; bytes?: number }
        const fault = { column: null, found: '', expected: error?.message ?? 'a CSV record' }
        skipped.push({ line: lines, bytes, fault })
      },
    }),
  )
  let columns: Map<Column, number> | null = null
  for await (const { record, info } of parser as AsyncIterable<Info>) {
    yield* skipped.splice(0)
    if (!columns) {
      columns = columnsOf(record)
      continue
    }
    const at = columns
    const read = readScanRow((column) => record[at.get(column) ?? -1] ?? '')
    const where = { line: info.lines, bytes: info.bytes }
    yield 'column' in read ? { ...where, fault: read } : { ...where, row: read }
  }
  yield* skipped
  if (!columns)
    throw new RuleError('CSV_INVALID', { expected: `a header with ${REQUIRED_COLUMNS.join(', ')}` })
}

function columnsOf(header: readonly string[]): Map<Column, number> {
  const at = new Map<Column, number>()
  const names = header.map((name) => name.toLowerCase())
  for (const column of [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS]) {
    const index = names.indexOf(column)
    if (index >= 0) at.set(column, index)
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !at.has(column))
  if (missing.length > 0) {
    throw new RuleError('CSV_INVALID', {
      line: 1,
      missing,
      found: header.slice(0, 20),
      expected: [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS].join(', '),
    })
  }
  return at
}
