export const REQUIRED_COLUMNS = ['event_id', 'occurred_at', 'promoter', 'volunteer'] as const
export const OPTIONAL_COLUMNS = ['received_at', 'kind', 'lng', 'lat', 'accuracy_m'] as const
export type Column = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number]

export interface ScanRow {
  readonly eventId: string
  /** ISO 8601 with offset, as written: the database reads it to the microsecond. */
  readonly occurredAt: string
  readonly receivedAt: string
  readonly promoter: string
  readonly volunteer: string
  readonly kind: string
  /** In the file's coordinate system; null: placeless. */
  readonly point: { readonly lng: number; readonly lat: number } | null
  readonly accuracyMeters: number | null
}

/** What could not be read, and what was expected there. */
export interface RowFault {
  readonly column: Column
  readonly found: string
  readonly expected: string
}

const INSTANT =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s*(Z|z|[+-]\d{2}(:?\d{2})?)$/
const ID_LENGTH_MAX = 100

/** Reads one row by its column names; the first fault names its column. */
export function readScanRow(cell: (column: Column) => string): ScanRow | RowFault {
  const occurred = cell('occurred_at')
  const received = cell('received_at') || occurred
  return (
    idFault(cell, 'event_id') ??
    instantFault('occurred_at', occurred) ??
    instantFault('received_at', received) ??
    idFault(cell, 'promoter') ??
    idFault(cell, 'volunteer') ??
    placeFault(cell) ?? {
      eventId: cell('event_id'),
      occurredAt: normalInstant(occurred),
      receivedAt: normalInstant(received),
      promoter: cell('promoter'),
      volunteer: cell('volunteer'),
      kind: cell('kind').slice(0, ID_LENGTH_MAX),
      point: cell('lng') ? { lng: Number(cell('lng')), lat: Number(cell('lat')) } : null,
      accuracyMeters: accuracyOf(cell('accuracy_m')),
    }
  )
}

function idFault(cell: (column: Column) => string, column: Column): RowFault | undefined {
  const found = cell(column)
  if (found !== '' && found.length <= ID_LENGTH_MAX && !found.includes('\0')) return undefined
  return { column, found, expected: `1 to ${ID_LENGTH_MAX} characters` }
}

function instantFault(column: Column, found: string): RowFault | undefined {
  if (INSTANT.test(found) && isRealTime(found)) return undefined
  return { column, found, expected: 'ISO 8601 with offset, such as 2021-07-03T09:30:00+08:00' }
}

/** Date accepts 30 February by rolling over, so the day is compared with what was written. */
function isRealTime(text: string): boolean {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text.slice(0, 10))
    return false
  return !Number.isNaN(new Date(normalInstant(text)).getTime())
}

function normalInstant(text: string): string {
  return text
    .replace(/^(.{10}) /, '$1T')
    .replace(',', '.')
    .replace(/\s*[zZ]$/, 'Z')
    .replace(/\s*([+-]\d{2})$/, '$1:00')
    .replace(/\s*([+-]\d{2})(\d{2})$/, '$1:$2')
}

function placeFault(cell: (column: Column) => string): RowFault | undefined {
  const [lng, lat] = [cell('lng'), cell('lat')]
  if (lng === '' && lat === '') return accuracyFault(cell)
  return degreesFault('lng', lng, 180) ?? degreesFault('lat', lat, 90) ?? accuracyFault(cell)
}

function degreesFault(column: 'lng' | 'lat', found: string, bound: number): RowFault | undefined {
  const value = Number(found)
  if (found !== '' && Number.isFinite(value) && Math.abs(value) <= bound) return undefined
  return { column, found, expected: `degrees from -${bound} to ${bound}` }
}

function accuracyFault(cell: (column: Column) => string): RowFault | undefined {
  const found = cell('accuracy_m')
  if (found === '' || Number.isFinite(Number(found))) return undefined
  return { column: 'accuracy_m', found, expected: 'metres, or empty' }
}

/** 0 and negative mean that the platform gave none. */
function accuracyOf(text: string): number | null {
  const value = Number(text)
  return text !== '' && value > 0 ? value : null
}
