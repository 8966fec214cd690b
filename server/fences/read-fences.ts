import { type Archive, openArchive } from './read-archive'
import { featuresOfCsv } from './read-csv'
import {
  type FileReading,
  type FoundFeature,
  type ReadOptions,
  readFeatures,
} from './read-features'
import { featuresOfGeojson, parseJson } from './read-geojson'
import { featuresOfKml } from './read-kml'
import { readShapefile } from './read-shapefile'
import { decodeText, type Encoding, readBytes, type Source } from './read-text'
import { featuresOfTopology, isTopology } from './read-topojson'
import { looksLikeWkt } from './read-wkt'
import { GeometryRefused } from './refusal'

export type FenceFormat = 'geojson' | 'topojson' | 'kml' | 'csv' | 'shapefile'

export interface FenceReading extends FileReading {
  format: FenceFormat
  /** The coordinate system that the file itself names; null when it names none. */
  namedCrs: string | null
  /** Whether metres of that system were turned into degrees. */
  unprojected: boolean
}

interface Found {
  format: FenceFormat
  found: FoundFeature[]
  encoding: Encoding
  namedCrs: string | null
  unprojected: boolean
}

/** First bytes of files that people try, and what to do instead. */
const FOREIGN: readonly [string, string][] = [
  ['0000270a', '这是单独的 .shp：请把 .shp、.dbf、.shx、.prj 一起压缩成 zip 再导入'],
  ['52617221', '这是 RAR 压缩包：请改用 zip 压缩'],
  ['377abcaf', '这是 7z 压缩包：请改用 zip 压缩'],
  ['1f8b', '这是 gz 压缩包：请改用 zip 压缩'],
  ['53514c697465', '这是数据库文件（GeoPackage）：请在地图软件里另存为 GeoJSON 或 Shapefile'],
  ['d0cf11e0', '这是旧版 Excel 文件：请另存为 CSV（UTF-8）'],
  ['25504446', '这是 PDF：里面的图不能导入，请向提供者要 Shapefile 或 GeoJSON'],
]

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 8)).toString('hex')
const endingOf = (name: string) => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

function refuse(message: string): GeometryRefused {
  return new GeometryRefused('FILE_INVALID', message)
}

function isCsv(text: string, ending: string): boolean {
  if (['csv', 'tsv', 'wkt'].includes(ending)) return true
  const cells = text.slice(0, 10_000).split(/[\n,;\t"]/)
  return ending !== 'json' && ending !== 'geojson' && cells.some(looksLikeWkt)
}

function readTextual(bytes: Uint8Array | string, name: string, layer?: string): Found {
  const { text, encoding } = decodeText(bytes)
  const facts = { encoding, unprojected: false }
  const [first = ''] = text.trimStart()
  if (first === '') throw refuse('文件是空的')
  if (first === '<')
    return { ...facts, format: 'kml', found: featuresOfKml(text), namedCrs: 'WGS 84' }
  if (first !== '{' && first !== '[' && isCsv(text, endingOf(name))) {
    return { ...facts, format: 'csv', found: featuresOfCsv(text), namedCrs: null }
  }
  const document = parseJson(text)
  if (isTopology(document)) {
    const found = featuresOfTopology(document, layer)
    return { ...facts, format: 'topojson', found, namedCrs: null }
  }
  return { ...facts, format: 'geojson', found: featuresOfGeojson(document), namedCrs: null }
}

/** The one file of an archive to read: a shapefile, else a text format. */
function chooseLayer({ names }: Archive, layer: string | undefined): string {
  const ofEnding = (...endings: string[]) =>
    names.filter((name) => endings.includes(endingOf(name)))
  const shapes = ofEnding('shp')
  const layers = shapes.length > 0 ? shapes : ofEnding('kml', 'geojson', 'json', 'csv')
  const baseOf = (name: string) => name.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  const fitting = layer === undefined ? layers : layers.filter((name) => baseOf(name) === layer)
  const [chosen] = fitting
  if (chosen !== undefined && fitting.length === 1) return chosen
  if (layers.length > 0) {
    const shown = layers.slice(0, 12).map(baseOf).join('、')
    const what = layer === undefined ? `有 ${layers.length} 个图层` : `没有图层“${layer}”`
    throw refuse(`压缩包里${what}，请用 --layer 指定其中一个：${shown}`)
  }
  if (ofEnding('xml').includes('xl/workbook.xml') || names.includes('xl/workbook.xml')) {
    throw refuse('这是 Excel 文件：请另存为 CSV（UTF-8）')
  }
  const shown = names.slice(0, 8).join('、') || '（没有文件）'
  throw refuse(`压缩包里没有 .shp、.kml、.geojson 或 .csv，只有：${shown}`)
}

async function readZip(bytes: Uint8Array, layer: string | undefined): Promise<Found> {
  const archive = await openArchive(bytes)
  const chosen = chooseLayer(archive, layer)
  if (endingOf(chosen) !== 'shp') return readTextual(await archive.read(chosen), chosen)
  const { projection, ...shapefile } = await readShapefile(archive, chosen)
  return { format: 'shapefile', namedCrs: projection, ...shapefile }
}

function find(bytes: Uint8Array | string, name: string, layer?: string): Found | Promise<Found> {
  if (typeof bytes === 'string') return readTextual(bytes, name, layer)
  const start = hexOf(bytes)
  const foreign = FOREIGN.find(([magic]) => start.startsWith(magic))
  if (foreign) throw refuse(foreign[1])
  return /^504b0[357]0[468]/.test(start) ? readZip(bytes, layer) : readTextual(bytes, name, layer)
}

/**
 * Reads the polygons of a file whose format shows in its content, and by its ending where that
 * does not: GeoJSON, TopoJSON, KML, CSV with WKT, a zipped shapefile (or one of the others
 * zipped, a .kmz too). A feature that cannot be read is refused by index and name and never stops
 * the others. Throws GeometryRefused for the file as a whole.
 */
export async function readFences(
  source: Source,
  fileName: string,
  options: ReadOptions = {},
): Promise<FenceReading> {
  const bytes = await readBytes(source, options.bytesMax)
  const { found, ...facts } = await find(bytes, fileName, options.layer)
  return { ...facts, ...readFeatures(found, options) }
}
