import { CsvError, parse } from 'csv-parse/sync'
import { type FoundFeature, invalid } from './read-features'
import { looksLikeWkt, readWkt } from './read-wkt'
import { GeometryRefused } from './refusal'

const GEOMETRY_COLUMNS = ['wkt', 'geometry', 'geom', 'the_geom', 'shape', '图形', '边界', '坐标']

/** The mark of the header line that separates columns; WKT itself is full of commas. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  if (header.includes('\t')) return '\t'
  return header.includes(';') && !header.includes(',') ? ';' : ','
}

function rowsOf(text: string): { cells: string[]; line: number }[] {
  const lines: number[] = []
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines: line }) => {
        lines.push(line)
        return record
      },
    })
    return rows.map((cells, row) => ({ cells, line: lines[row] ?? 0 }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error ? `第 ${String(error.lines)} 行` : '某一行'
    throw new GeometryRefused('FILE_INVALID', `CSV 在${line}附近引号没有成对，请重新导出`)
  }
}

function geometryColumn(header: readonly string[], rows: readonly { cells: string[] }[]): number {
  const names = header.map((name) => name.trim().toLowerCase())
  const named = names.findIndex((name) => GEOMETRY_COLUMNS.includes(name))
  const isFilled = rows.some(({ cells }) => looksLikeWkt(cells[named] ?? ''))
  if (named >= 0 && isFilled) return named
  const byContent = header.findIndex((_, column) =>
    rows.some(({ cells }) => looksLikeWkt(cells[column] ?? '')),
  )
  if (byContent >= 0) return byContent
  if (named >= 0) return named
  const found = header.slice(0, 12).join('、') || '（没有）'
  throw new GeometryRefused(
    'FILE_INVALID',
    `CSV 里没有 WKT 列：需要一列名为 wkt 的 POLYGON((…))，读到的列有：${found}`,
  )
}

function featureOfRow(
  { cells, line }: { cells: string[]; line: number },
  header: readonly string[],
  column: number,
): FoundFeature {
  const properties = Object.fromEntries(
    header.flatMap((name, at) => (at === column ? [] : [[name.trim(), cells[at] ?? '']])),
  )
  try {
    if (cells.length > header.length) {
      throw invalid(`第 ${line} 行的格数比表头多：WKT 里有逗号，要用引号括起来`)
    }
    const wkt = cells[column] ?? ''
    if (wkt.trim() === '') throw invalid(`没有图形（第 ${line} 行的 WKT 为空）`)
    return { properties, geometry: readWkt(wkt) }
  } catch (error) {
    if (!(error instanceof GeometryRefused)) throw error
    return { properties, geometry: null, refusal: error }
  }
}

/**
 * The features of a CSV text (comma, tab or semicolon) with a header, one column of which holds
 * WKT; it is found by name, else by content. Throws GeometryRefused for the file as a whole.
 */
export function featuresOfCsv(text: string): FoundFeature[] {
  const [first, ...rows] = rowsOf(text)
  if (!first) throw new GeometryRefused('FILE_INVALID', '文件是空的')
  const column = geometryColumn(first.cells, rows)
  return rows.map((row) => featureOfRow(row, first.cells, column))
}
