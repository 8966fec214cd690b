import { parse } from 'csv-parse/sync'
import { LINE_LENGTH_MAX } from './read-lines'

export type RecordFault = 'QUOTES_OF_A_CELL_CLOSED' | 'LINE_OF_ORDINARY_LENGTH'

export type ReadRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly found: string; readonly expected: RecordFault }

interface Line {
  readonly line: number
  readonly text: string
}

/** A quoted cell may run over line ends, but not further than this. */
const LINES_OF_A_RECORD_MAX = 50

/**
 * Cuts lines into the cells of RFC 4180 records. A quote left open costs only the line it is on,
 * where a parser of the whole text would swallow all that follows.
 */
export class RecordReader {
  private open: Line[] = []

  constructor(private readonly delimiter: string) {}

  /** The records that end with this line: mostly one; none inside a cell that runs on. */
  read(line: number, text: string): ReadRecord[] {
    if (this.open.length === 0 && !text.includes('"')) return this.plain({ line, text })
    this.open.push({ line, text })
    return this.settle(false)
  }

  /** What is still open when the file ends. */
  end(): ReadRecord[] {
    return this.settle(true)
  }

  private plain({ line, text }: Line): ReadRecord[] {
    if (text.trim() === '') return []
    if (text.length > LINE_LENGTH_MAX) return [fault(line, text, 'LINE_OF_ORDINARY_LENGTH')]
    return [{ line, cells: text.split(this.delimiter).map((cell) => cell.trim()) }]
  }

  private settle(atEnd: boolean): ReadRecord[] {
    const [first, ...others] = this.open
    if (!first) return []
    const text = this.open.map((one) => one.text).join('\n')
    const closed = hasEvenQuotes(text)
    const tooLong = this.open.length > LINES_OF_A_RECORD_MAX || text.length > LINE_LENGTH_MAX
    if (!closed && !tooLong && !atEnd) return []
    this.open = []
    const cells = closed && !tooLong ? this.quoted(text) : null
    if (cells) return [{ line: first.line, cells }]
    const expected =
      first.text.length > LINE_LENGTH_MAX ? 'LINE_OF_ORDINARY_LENGTH' : 'QUOTES_OF_A_CELL_CLOSED'
    return [
      fault(first.line, first.text, expected),
      ...others.flatMap((one) => this.read(one.line, one.text)),
      ...(atEnd ? this.settle(true) : []),
    ]
  }

  private quoted(text: string): string[] | null {
    try {
      const [cells] = parse(text, {
        delimiter: this.delimiter,
        relax_column_count: true,
        trim: true,
      })
      return cells ?? null
    } catch {
      return null
    }
  }
}

const fault = (line: number, text: string, expected: RecordFault): ReadRecord => ({
  line,
  found: text,
  expected,
})

/** Quotes inside a quoted cell are doubled, so a whole record always has an even number. */
function hasEvenQuotes(text: string): boolean {
  let even = true
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) even = !even
  return even
}
