import { GeometryRefused } from './refusal'

export const FILE_BYTES_MAX = 50 * 1024 * 1024

export type Source = string | Uint8Array | AsyncIterable<Uint8Array | string>
export type Encoding = 'utf-8' | 'gb18030'

function refuseLargeFile(bytes: number, bytesMax: number): void {
  if (bytes <= bytesMax) return
  const megabytes = Math.floor(bytesMax / 1024 / 1024)
  throw new GeometryRefused('GEOMETRY_TOO_LARGE', `文件超过 ${megabytes} MB，请按乡镇拆分后再导入`)
}

/**
 * All bytes of a file of at most bytesMax bytes; a longer stream is left as soon as it passes.
 * Throws GeometryRefused.
 */
export async function readBytes(
  source: Source,
  bytesMax = FILE_BYTES_MAX,
): Promise<Uint8Array | string> {
  if (typeof source === 'string') {
    refuseLargeFile(Buffer.byteLength(source), bytesMax)
    return source
  }
  if (source instanceof Uint8Array) {
    refuseLargeFile(source.byteLength, bytesMax)
    return source
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const piece of source) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
    bytes += chunk.byteLength
    refuseLargeFile(bytes, bytesMax)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Bytes as text, without a byte order mark; bytes that are not UTF-8 are read as GB18030, which
 * old Chinese desktop software writes. Throws GeometryRefused.
 */
export function decodeText(bytes: Uint8Array | string): { text: string; encoding: Encoding } {
  if (typeof bytes === 'string') return { text: bytes.replace(/^\uFEFF/, ''), encoding: 'utf-8' }
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {}
  }
  throw new GeometryRefused(
    'GEOJSON_INVALID',
    '文件不是 UTF-8 或 GBK 编码的文本，请另存为 UTF-8 编码再导入',
  )
}

/** The text of a file of at most bytesMax bytes. Throws GeometryRefused. */
export async function readText(
  source: Source,
  bytesMax = FILE_BYTES_MAX,
): Promise<{ text: string; encoding: Encoding }> {
  return decodeText(await readBytes(source, bytesMax))
}
