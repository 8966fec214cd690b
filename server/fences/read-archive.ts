import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { GeometryRefused } from './refusal'

const ENTRIES_MAX = 100
const INFLATED_BYTES_MAX = 200 * 1024 * 1024
const RATIO_MAX = 100
/** A blank attribute table of some hundred kilobytes compresses better than any bomb needs to. */
const RATIO_FREE_BYTES = 1024 * 1024
const NESTED = /\.(zip|kmz|rar|7z|gz|tgz|tar|bz2|xz)$/i
/** What a Mac and Windows put beside the files. */
const LITTER = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)|\/$/i

/** A checked archive: what it holds is known, nothing is inflated before it is asked for. */
export interface Archive {
  names: readonly string[]
  /** Inflates one entry of `names`; throws GeometryRefused when it is not what it said. */
  read(name: string): Promise<Uint8Array>
}

function refuse(message: string): GeometryRefused {
  return new GeometryRefused('ARCHIVE_REFUSED', message)
}

/** Windows writes names in GBK without saying so. */
function nameOfEntry({ fileNameRaw }: Entry): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(fileNameRaw).replaceAll('\\', '/')
    } catch {}
  }
  return fileNameRaw.toString('latin1')
}

function checkEntry(entry: Entry, name: string): void {
  if (NESTED.test(name)) throw refuse(`压缩包里还有压缩包（${name}），请解开后只压缩一层`)
  if (entry.isEncrypted()) throw refuse(`压缩包有密码（${name}），请去掉密码再压缩`)
  if (!entry.canDecodeFileData()) throw refuse(`${name} 的压缩方式不认识，请用普通的 zip 压缩`)
  const { uncompressedSize: inflated, compressedSize: packed } = entry
  if (inflated > RATIO_FREE_BYTES && inflated > packed * RATIO_MAX) {
    throw refuse(
      `${name} 解开后会大 ${Math.floor(inflated / Math.max(packed, 1))} 倍，像是压缩炸弹，没有解开`,
    )
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ENTRIES_MAX) {
    throw refuse(
      `压缩包里有 ${zip.entryCount} 个文件，最多 ${ENTRIES_MAX} 个：请只放一个图层的文件`,
    )
  }
  const entryByName = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    const name = nameOfEntry(entry)
    inflated += entry.uncompressedSize
    if (inflated > INFLATED_BYTES_MAX) {
      throw refuse(
        `压缩包解开后超过 ${INFLATED_BYTES_MAX / 1024 / 1024} MB，没有解开，请按乡镇拆分`,
      )
    }
    if (LITTER.test(name)) continue
    checkEntry(entry, name)
    entryByName.set(name, entry)
  }
  return entryByName
}

async function inflate(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      bytes += chunk.byteLength
      if (bytes > entry.uncompressedSize) throw new Error('longer than declared')
      chunks.push(chunk)
    }
  } catch {
    throw refuse(`${name} 与压缩包目录里写的大小不符，没有读完：请重新压缩`)
  }
  return Buffer.concat(chunks)
}

/**
 * Opens a zip by its central directory. It is refused before anything is inflated when it holds
 * more than 100 entries, 200 MB, an entry of more than a hundredfold, a password or another
 * archive; and while inflating, when an entry is longer than it said. Throws GeometryRefused.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, { decodeStrings: false }).catch(() => {
    throw refuse('压缩包坏了或没有传完，请重新压缩')
  })
  const entryByName = await entriesOf(zip).catch((error: unknown) => {
    if (error instanceof GeometryRefused) throw error
    throw refuse('压缩包的目录坏了，请重新压缩')
  })
  return {
    names: [...entryByName.keys()],
    read(name) {
      const entry = entryByName.get(name)
      if (!entry) throw refuse(`压缩包里没有 ${name}`)
      return inflate(zip, entry, name)
    },
  }
}
