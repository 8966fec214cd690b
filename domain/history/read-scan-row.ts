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

export type Expected =
  | 'ID_OF_1_TO_100_CHARACTERS'
  | 'ISO_8601_WITH_OFFSET'
  | 'LNG_OF_180_DEGREES'
  | 'LAT_OF_90_DEGREES'
  | 'METERS_OR_EMPTY'

/** What could not be read, and what was expected there. */
export interface RowFault {
  readonly column: Column
  readonly found: string
  readonly expected: Expected
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(?:[Zz]|[+-](\d{2})(?::?(\d{2}))?)$/
const NORMAL_INSTANT = /^.{10}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/
const ID_LENGTH_MAX = 100
/** A phone whose clock fell back to 1970 must not be the first of all; there was no code then. */
const YEARS = { from: 2000, to: 2099 }
/** Beyond these the database refuses an offset, and no place on earth keeps one. */
const OFFSET_HOURS_MAX = 14

/** Reads one row by its column names; the first fault names its column. */
export function readScanRow(cell: (column: Column) => string): ScanRow | RowFault {
  const occurred = cell('occurred_at')
  const received = cell('received_at') || occurred
  return (
    idFault(cell, 'event_id') ??
    instantFault('occurred_at', occurred) ??
    (received === occurred ? undefined : instantFault('received_at', received)) ??
    idFault(cell, 'promoter') ??
    idFault(cell, 'volunteer') ??
    placeFault(cell) ?? {
      eventId: cell('event_id'),
      occurredAt: normalInstant(occurred),
      receivedAt: normalInstant(received),
      promoter: cell('promoter'),
      volunteer: cell('volunteer'),
      kind: cell('kind').replaceAll('\0', '').slice(0, ID_LENGTH_MAX),
      point: pointOf(cell('lng'), cell('lat')),
      accuracyMeters: accuracyOf(cell('accuracy_m')),
    }
  )
}

/** U+FFFD stands where the file's bytes were no text, so two such ids may be two people. */
function idFault(cell: (column: Column) => string, column: Column): RowFault | undefined {
  const found = cell(column)
  const readable = found !== '' && found.length <= ID_LENGTH_MAX && !/[\0\uFFFD]/.test(found)
  return readable ? undefined : { column, found, expected: 'ID_OF_1_TO_100_CHARACTERS' }
}

function instantFault(column: Column, found: string): RowFault | undefined {
  const parts = INSTANT.exec(found)
  if (parts && isRealTime(parts.slice(1).map((part) => Number(part ?? 0)))) return undefined
  return { column, found, expected: 'ISO_8601_WITH_OFFSET' }
}

function isRealTime(parts: number[]): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, hours = 0, minutes = 0] =
    parts
  if (year < YEARS.from || year > YEARS.to || month < 1 || month > 12) return false
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false
  if (hour > 23 || minute > 59 || second > 59) return false
  return hours * 60 + minutes <= OFFSET_HOURS_MAX * 60 && minutes <= 59
}

function normalInstant(text: string): string {
  if (NORMAL_INSTANT.test(text)) return text
  return text
    .replace(/^(.{10}) /, '$1T')
    .replace(',', '.')
    .replace(/\s*[zZ]$/, 'Z')
    .replace(/\s*([+-]\d{2})$/, '$1:00')
    .replace(/\s*([+-]\d{2}):?(\d{2})$/, '$1:$2')
}

function placeFault(cell: (column: Column) => string): RowFault | undefined {
  const [lng, lat] = [cell('lng'), cell('lat')]
  if (lng === '' && lat === '') return accuracyFault(cell)
  if (!isNumberWithin(lng, 180))
    return { column: 'lng', found: lng, expected: 'LNG_OF_180_DEGREES' }
  if (!isNumberWithin(lat, 90)) return { column: 'lat', found: lat, expected: 'LAT_OF_90_DEGREES' }
  return accuracyFault(cell)
}

function isNumberWithin(text: string, bound: number): boolean {
  return text !== '' && Math.abs(Number(text)) <= bound
}

function accuracyFault(cell: (column: Column) => string): RowFault | undefined {
  const found = cell('accuracy_m')
  if (found === '' || Number.isFinite(Number(found))) return undefined
  return { column: 'accuracy_m', found, expected: 'METERS_OR_EMPTY' }
}

/** Zero and zero is what a phone without a fix writes, never a place in a county. */
function pointOf(lng: string, lat: string): ScanRow['point'] {
  const point = { lng: Number(lng), lat: Number(lat) }
  return point.lng === 0 && point.lat === 0 ? null : point
}

/** 0 and negative mean that the platform gave none. */
function accuracyOf(text: string): number | null {
  const value = Number(text)
  return text !== '' && value > 0 ? value : null
}
