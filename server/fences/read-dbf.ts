import type { Encoding } from './read-text'
import { GeometryRefused } from './refusal'

const HEADER_BYTES = 32
const HEADER_END = 0x0d
const DELETED = 0x2a
/** The language driver that old Chinese desktop software states instead of a .cpg. */
const GBK_DRIVERS = new Set([0x4d, 0x7a])
const GBK = /gbk|gb18030|gb2312|936|euc-?cn/i

interface Field {
  nameBytes: Uint8Array
  from: number
  to: number
}

export interface AttributeTable {
  /** One a record; null where the record is marked as deleted. */
  rows: (Record<string, string> | null)[]
  encoding: Encoding
}

function refuse(message: string): GeometryRefused {
  return new GeometryRefused('FILE_INVALID', `.dbf ${message}`)
}

function fieldsOf(bytes: Uint8Array, headerBytes: number): Field[] {
  const fields: Field[] = []
  let from = 1
  for (let at = HEADER_BYTES; at + 32 <= headerBytes && bytes[at] !== HEADER_END; at += 32) {
    const nameBytes = bytes.subarray(at, at + 11)
    const length = bytes[at + 16] ?? 0
    const end = nameBytes.indexOf(0)
    fields.push({ nameBytes: nameBytes.subarray(0, end < 0 ? 11 : end), from, to: from + length })
    from += length
  }
  return fields
}

/**
 * The text of a cell. A cell filled to its last byte may end amid a character, as writers cut by
 * bytes: a stream's decoder leaves such an end out instead of calling it an error.
 */
function decodeCell(cell: Uint8Array, encoding: Encoding): string {
  const last = cell.at(-1)
  const isFull = last !== undefined && last > 0x7f
  const text = new TextDecoder(encoding, { fatal: true }).decode(cell, { stream: isFull })
  return text.replace(/[\0\s]+$/, '').trimStart()
}

function isAllIn(encoding: Encoding, cells: Iterable<Uint8Array>): boolean {
  try {
    for (const cell of cells) decodeCell(cell, encoding)
    return true
  } catch {
    return false
  }
}

function encodingOf(bytes: Uint8Array, cells: readonly Uint8Array[], codePage: string): Encoding {
  const saysGbk = GBK.test(codePage) || (codePage === '' && GBK_DRIVERS.has(bytes[29] ?? 0))
  const order: Encoding[] = saysGbk ? ['gb18030', 'utf-8'] : ['utf-8', 'gb18030']
  const found = order.find((encoding) => isAllIn(encoding, cells))
  if (found) return found
  throw refuse('里的文字既不是 UTF-8 也不是 GBK，请另存为 UTF-8 的 Shapefile')
}

/**
 * The attribute table of a shapefile, every value as text. The encoding is what the .cpg (or the
 * table's own mark) says when it says GBK, else UTF-8, and GB18030 where that cannot be. Throws
 * GeometryRefused.
 */
export function readDbf(bytes: Uint8Array, codePage = ''): AttributeTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < HEADER_BYTES) throw refuse('是空的或不完整')
  const count = view.getUint32(4, true)
  const headerBytes = view.getUint16(8, true)
  const recordBytes = view.getUint16(10, true)
  const fields = fieldsOf(bytes, headerBytes)
  const isSound = recordBytes > 0 && fields.every(({ to }) => to <= recordBytes)
  if (!isSound || headerBytes + count * recordBytes > bytes.byteLength) {
    throw refuse('不完整：行数与文件大小不符，请重新压缩上传')
  }
  const records = Array.from({ length: count }, (_, row) => {
    const at = headerBytes + row * recordBytes
    return bytes.subarray(at, at + recordBytes)
  })
  const cells = records.flatMap((record) => fields.map(({ from, to }) => record.subarray(from, to)))
  const names = fields.map(({ nameBytes }) => nameBytes)
  const encoding = encodingOf(bytes, [...names, ...cells], codePage)
  const rowOf = (record: Uint8Array) =>
    Object.fromEntries(
      fields.map(({ nameBytes, from, to }) => [
        decodeCell(nameBytes, encoding),
        decodeCell(record.subarray(from, to), encoding),
      ]),
    )
  return { rows: records.map((record) => (record[0] === DELETED ? null : rowOf(record))), encoding }
}
