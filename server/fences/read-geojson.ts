import { isInsideChina, isSwapped } from '../../domain/fences/coordinates'
import type { MultiPolygon, Polygon, Position, Ring } from '../../domain/fences/geometry'
import { codeOf, nameOf, type Properties } from './feature-names'
import { type Encoding, readText, type Source } from './read-text'
import { GeometryRefused, type RefusedFeature } from './refusal'

export const FEATURE_VERTICES_MAX = 500_000
const COLLECTION_DEPTH_MAX = 4

export interface ReadFeature {
  /** Position of the feature in the file, from 0. */
  index: number
  name: string
  code: string | null
  /** As uploaded: the file's coordinate system, unrepaired; only heights are dropped. */
  polygons: MultiPolygon
  vertices: number
  /** What was left out on reading: HEIGHTS_DROPPED, OTHER_GEOMETRIES_DROPPED:<how many>. */
  notes: string[]
}

export interface GeojsonReading {
  features: ReadFeature[]
  refused: RefusedFeature[]
  encoding: Encoding
}

export interface ReadOptions {
  /** The property that holds the name; without it the known ones are tried. */
  nameField?: string
  codeField?: string
  /** Names the feature of a file that holds exactly one without a name. */
  fallbackName?: string
  bytesMax?: number
}

interface Gathered {
  polygons: MultiPolygon
  vertices: number
  heights: boolean
  others: number
}

const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function invalid(message: string): GeometryRefused {
  return new GeometryRefused('GEOJSON_INVALID', message)
}

function readPosition(value: unknown, into: Gathered): Position {
  const numbers: readonly unknown[] = Array.isArray(value) ? value : []
  const lng = numbers[0]
  const lat = numbers[1]
  const isPair = typeof lng === 'number' && typeof lat === 'number'
  if (!isPair || !Number.isFinite(lng) || !Number.isFinite(lat)) {
    throw invalid('坐标应是 [经度, 纬度] 两个数字')
  }
  if (!isInsideChina(lng, lat)) throw outsideChina(lng, lat)
  if (numbers.length > 2) into.heights = true
  into.vertices += 1
  if (into.vertices >= FEATURE_VERTICES_MAX) {
    throw new GeometryRefused(
      'GEOMETRY_TOO_LARGE',
      `顶点达到 ${FEATURE_VERTICES_MAX} 个，请先简化边界（一米以内的细节没有用处）`,
    )
  }
  return [lng, lat]
}

function outsideChina(lng: number, lat: number): GeometryRefused {
  const where = `[${lng}, ${lat}]`
  if (isSwapped(lng, lat)) {
    const message = `经纬度写反了：${where} 应写成 [经度, 纬度]`
    return new GeometryRefused('COORDINATES_OUTSIDE_CHINA', message)
  }
  const projected = Math.abs(lng) > 180 || Math.abs(lat) > 90
  const message = projected
    ? `${where} 像是投影坐标（米），请先转换为经纬度（度）`
    : `${where} 不在中国范围内，请检查坐标`
  return new GeometryRefused('COORDINATES_OUTSIDE_CHINA', message)
}

function readPolygon(value: unknown, into: Gathered): Polygon {
  if (!Array.isArray(value)) throw invalid('多边形的 coordinates 应是环的列表')
  return value.map((ring: unknown): Ring => {
    if (!Array.isArray(ring)) throw invalid('多边形的环应是坐标的列表')
    return ring.map((position: unknown) => readPosition(position, into))
  })
}

function gather(geometry: unknown, into: Gathered, depth: number): void {
  if (!isRecord(geometry)) throw invalid('没有图形（geometry 为空）')
  const { type, coordinates, geometries } = geometry
  if (type === 'Polygon') into.polygons.push(readPolygon(coordinates, into))
  else if (type === 'MultiPolygon') {
    if (!Array.isArray(coordinates)) throw invalid('MultiPolygon 的 coordinates 应是列表')
    for (const polygon of coordinates) into.polygons.push(readPolygon(polygon, into))
  } else if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries) || depth >= COLLECTION_DEPTH_MAX) {
      throw invalid('GeometryCollection 的 geometries 应是图形的列表，且不要层层嵌套')
    }
    for (const one of geometries) gather(one, into, depth + 1)
  } else into.others += 1
}

function readGeometry(geometry: unknown): Gathered {
  const gathered: Gathered = { polygons: [], vertices: 0, heights: false, others: 0 }
  gather(geometry, gathered, 0)
  if (gathered.vertices > 0) return gathered
  throw invalid(
    gathered.others > 0 ? '图形不是面：需要 Polygon 或 MultiPolygon' : '图形是空的，没有坐标',
  )
}

function notesOf(gathered: Gathered): string[] {
  const notes: string[] = []
  if (gathered.heights) notes.push('HEIGHTS_DROPPED')
  if (gathered.others > 0) notes.push(`OTHER_GEOMETRIES_DROPPED:${gathered.others}`)
  return notes
}

/** Where the parser stopped: it gives either a position or the text around it. */
function whereOf(message: string, text: string): string {
  const position = / position (\d+)/.exec(message)?.[1]
  if (position !== undefined) {
    return `第 ${text.slice(0, Number(position)).split('\n').length} 行附近有错`
  }
  const excerpt = /"(.+)" is not valid JSON$/s.exec(message)?.[1]
  return excerpt === undefined ? '文件不完整' : `“${excerpt.slice(0, 40)}”附近有错`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = whereOf(error instanceof Error ? error.message : '', text)
    throw invalid(`文件不是 JSON（${where}），请重新导出 GeoJSON`)
  }
}

/** The features of any GeoJSON document; a bare geometry is a feature without properties. */
function featuresIn(document: unknown): readonly unknown[] {
  if (isRecord(document)) {
    const { type, features } = document
    if (type === 'FeatureCollection' && Array.isArray(features)) return features
    if (type === 'Feature') return [document]
    if (Array.isArray(document.coordinates) || type === 'GeometryCollection') {
      return [{ type: 'Feature', properties: {}, geometry: document }]
    }
  }
  throw invalid('文件不是 GeoJSON：需要 FeatureCollection、Feature 或多边形')
}

function refuseNameless(properties: Properties, nameField: string | undefined): never {
  const fields = Object.keys(properties).slice(0, 12).join('、') || '（没有）'
  const wanted = nameField === undefined ? '没有名称' : `名称字段“${nameField}”没有内容`
  throw invalid(`${wanted}；这个图形的属性有：${fields}`)
}

/**
 * Reads the polygons of a .geojson or .json file: a FeatureCollection, a Feature or a geometry.
 * A feature that cannot be read is refused by index and name and never stops the others. Throws
 * GeometryRefused when the file as a whole is too large, not text, not JSON or not GeoJSON.
 */
export async function readGeojson(
  source: Source,
  options: ReadOptions = {},
): Promise<GeojsonReading> {
  const { text, encoding } = await readText(source, options.bytesMax)
  const found = featuresIn(parse(text))
  const reading: GeojsonReading = { features: [], refused: [], encoding }
  for (const [index, feature] of found.entries()) {
    const record = isRecord(feature) ? feature : {}
    const properties = isRecord(record.properties) ? record.properties : {}
    const fallback = found.length === 1 ? (options.fallbackName ?? null) : null
    const name = nameOf(properties, options.nameField) ?? fallback
    try {
      if (record.type !== 'Feature') throw invalid('不是 Feature')
      const gathered = readGeometry(record.geometry)
      reading.features.push({
        index,
        name: name ?? refuseNameless(properties, options.nameField),
        code: codeOf(properties, options.codeField),
        polygons: gathered.polygons,
        vertices: gathered.vertices,
        notes: notesOf(gathered),
      })
    } catch (error) {
      if (!(error instanceof GeometryRefused)) throw error
      reading.refused.push({ index, name, code: error.code, message: error.message })
    }
  }
  return reading
}
