import { createReadStream } from 'node:fs'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface Lines {
  readonly lines: readonly string[]
  /** Of the first of these lines, counted from 1. */
  readonly firstLine: number
  /** Read of the file up to here. */
  readonly bytes: number
}

const CHUNK_BYTES = 1 << 18
/** A longer line is cut a little beyond this, so that a file without any line end stays small. */
export const LINE_LENGTH_MAX = 1 << 18

/**
 * The encoding a text file is written in: by its mark, else UTF-8 when all its bytes are, else
 * GB18030 (what Chinese desktop software writes, GBK within it) when all its bytes are, else UTF-8.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  for await (const start of chunksOf(file)) {
    if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
    if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
    break
  }
  for (const encoding of ['utf-8', 'gb18030'] as const)
    if (await isAll(file, encoding)) return encoding
  return 'utf-8'
}

const chunksOf = (file: string): AsyncIterable<Buffer> =>
  createReadStream(file, { highWaterMark: CHUNK_BYTES })

async function isAll(file: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of chunksOf(file)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}

/** Streams the lines of a file, ended by LF, CRLF or CR, some hundreds at a time. */
export async function* readLines(file: string, encoding: Encoding): AsyncGenerator<Lines> {
  const decoder = new TextDecoder(encoding)
  let firstLine = 1
  let bytes = 0
  let rest = ''
  let end: string | null = null
  for await (const chunk of chunksOf(file)) {
    bytes += chunk.length
    const text = rest + decoder.decode(chunk, { stream: true })
    end ??= text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
    const lines = text.split(end)
    rest = (lines.pop() ?? '').slice(0, LINE_LENGTH_MAX + 1)
    yield { lines: lines.map(withoutReturn), firstLine, bytes }
    firstLine += lines.length
  }
  rest += decoder.decode()
  if (rest !== '') yield { lines: [withoutReturn(rest)], firstLine, bytes }
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
