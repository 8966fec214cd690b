import { isInsideChina, isSwapped } from '../../domain/fences/coordinates'
import type { MultiPolygon, Polygon, Position, Ring } from '../../domain/fences/geometry'
import { codeOf, nameOf, type Properties } from './feature-names'
import type { Encoding } from './read-text'
import { GeometryRefused, type RefusedFeature } from './refusal'

export const FEATURE_VERTICES_MAX = 500_000
/** Finding out what lies in what compares every ring with every other. */
export const FEATURE_RINGS_MAX = 5000
const COLLECTION_DEPTH_MAX = 4

/** A feature as a format gives it: its attributes, and a geometry of GeoJSON's shape to check. */
export interface FoundFeature {
  properties: Properties
  geometry: unknown
  /** Why the format itself could not read it; the geometry is then not looked at. */
  refusal?: GeometryRefused
  /** What the format left out, as CODE or CODE:number. */
  notes?: readonly string[]
}

export interface ReadFeature {
  /** Position of the feature in the file, from 0. */
  index: number
  name: string
  code: string | null
  /** As uploaded: the file's coordinate system, unrepaired; only heights are dropped. */
  polygons: MultiPolygon
  vertices: number
  /**
   * What was left out on reading: HEIGHTS_DROPPED, OTHER_GEOMETRIES_DROPPED:<how many>,
   * RINGS_REPEATED:<how many>.
   */
  notes: string[]
}

export interface FeaturesReading {
  features: ReadFeature[]
  refused: RefusedFeature[]
}

/** The features of one file, and how its text was encoded. */
export interface FileReading extends FeaturesReading {
  encoding: Encoding
}

export interface ReadOptions {
  /** The property that holds the name; without it the known ones are tried. */
  nameField?: string
  codeField?: string
  /** Names the feature of a file that holds exactly one without a name. */
  fallbackName?: string
  /** The layer to read of a file that holds several (an archive, a topology). */
  layer?: string
  bytesMax?: number
}

interface Gathered {
  polygons: MultiPolygon
  vertices: number
  rings: number
  heights: boolean
  others: number
}

export const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function invalid(message: string): GeometryRefused {
  return new GeometryRefused('GEOJSON_INVALID', message)
}

export function tooManyVertices(): GeometryRefused {
  return new GeometryRefused(
    'GEOMETRY_TOO_LARGE',
    `顶点达到 ${FEATURE_VERTICES_MAX} 个，请先简化边界（一米以内的细节没有用处）`,
  )
}

export function tooManyRings(): GeometryRefused {
  const message = `图形超过 ${FEATURE_RINGS_MAX} 个环，请先去掉碎块再导入`
  return new GeometryRefused('GEOMETRY_TOO_LARGE', message)
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
  if (into.vertices >= FEATURE_VERTICES_MAX) throw tooManyVertices()
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

/** Whether a ring jumps from 180° east to 180° west: no place in China does. */
function crossesAntimeridian(ring: readonly unknown[]): boolean {
  const lngs = ring.map((position) => (Array.isArray(position) ? Number(position[0]) : 0))
  const near = (side: 1 | -1) => lngs.some((lng) => lng * side > 150 && lng * side <= 180)
  return near(1) && near(-1)
}

function readRing(ring: readonly unknown[], into: Gathered): Ring {
  try {
    return ring.map((position: unknown) => readPosition(position, into))
  } catch (error) {
    if (!(error instanceof GeometryRefused) || !crossesAntimeridian(ring)) throw error
    const message = '边界跨过了 180° 经线，不在中国范围内，请检查坐标'
    throw new GeometryRefused('COORDINATES_OUTSIDE_CHINA', message)
  }
}

function readPolygon(value: unknown, into: Gathered): Polygon {
  if (!Array.isArray(value)) throw invalid('多边形的 coordinates 应是环的列表')
  return value.map((ring: unknown): Ring => {
    if (!Array.isArray(ring)) throw invalid('多边形的环应是坐标的列表')
    into.rings += 1
    if (into.rings > FEATURE_RINGS_MAX) throw tooManyRings()
    return readRing(ring, into)
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
  const gathered: Gathered = { polygons: [], vertices: 0, rings: 0, heights: false, others: 0 }
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

function refuseNameless(properties: Properties, nameField: string | undefined): never {
  const fields = Object.keys(properties).slice(0, 12).join('、') || '（没有）'
  const wanted = nameField === undefined ? '没有名称' : `名称字段“${nameField}”没有内容`
  throw invalid(`${wanted}；这个图形的属性有：${fields}`)
}

/**
 * Reads the polygons of what a format found. A feature that cannot be read is refused by index
 * and name and never stops the others.
 */
export function readFeatures(
  found: readonly FoundFeature[],
  options: ReadOptions = {},
): FeaturesReading {
  const reading: FeaturesReading = { features: [], refused: [] }
  for (const [index, { properties, geometry, refusal, notes = [] }] of found.entries()) {
    const fallback = found.length === 1 ? (options.fallbackName ?? null) : null
    const name = nameOf(properties, options.nameField) ?? fallback
    try {
      if (refusal) throw refusal
      const gathered = readGeometry(geometry)
      reading.features.push({
        index,
        name: name ?? refuseNameless(properties, options.nameField),
        code: codeOf(properties, options.codeField),
        polygons: gathered.polygons,
        vertices: gathered.vertices,
        notes: [...notes, ...notesOf(gathered)],
      })
    } catch (error) {
      if (!(error instanceof GeometryRefused)) throw error
      reading.refused.push({ index, name, code: error.code, message: error.message })
    }
  }
  return reading
}
