import type { MultiPolygon, Polygon, Ring } from '../../domain/fences/geometry'
import { nestRings } from './nest-rings'
import {
  FEATURE_RINGS_MAX,
  FEATURE_VERTICES_MAX,
  invalid,
  tooManyRings,
  tooManyVertices,
} from './read-features'
import { GeometryRefused } from './refusal'

const FILE_CODE = 9994
const HEADER_BYTES = 100
const NULL_SHAPE = 0
/** Polygon, PolygonZ, PolygonM; heights and measures stand behind the points and are not read. */
const POLYGON_TYPES = new Set([5, 15, 25])
const TYPE_NAMES: Record<number, string> = {
  1: '点',
  3: '线',
  8: '多点',
  11: '点',
  13: '线',
  18: '多点',
  21: '点',
  23: '线',
  28: '多点',
  31: '多面体',
}

export interface Shape {
  geometry: { type: 'MultiPolygon'; coordinates: MultiPolygon } | null
  refusal?: GeometryRefused
  notes: string[]
}

function ringsOf(record: DataView): Ring[] {
  const parts = record.getInt32(36, true)
  const points = record.getInt32(40, true)
  if (points >= FEATURE_VERTICES_MAX) throw tooManyVertices()
  if (parts > FEATURE_RINGS_MAX) throw tooManyRings()
  const pointsAt = 44 + parts * 4
  if (parts < 0 || points < 0 || pointsAt + points * 16 > record.byteLength) {
    throw invalid('图形不完整，.shp 可能被截断了')
  }
  const starts = Array.from({ length: parts }, (_, part) => record.getInt32(44 + part * 4, true))
  return starts.map((start, part) => {
    const end = starts[part + 1] ?? points
    if (start < 0 || end > points || start > end) throw invalid('图形的环列得不对，.shp 可能坏了')
    return Array.from({ length: end - start }, (_, index) => {
      const at = pointsAt + (start + index) * 16
      return [record.getFloat64(at, true), record.getFloat64(at + 8, true)]
    })
  })
}

/**
 * A shape's rings stand in one list: what is shell and what is hole shows in where they lie. The
 * libraries go by winding, and lose or misplace rings that a vendor wound the other way.
 */
function polygonsOf(rings: readonly Ring[]): { polygons: Polygon[]; repeated: number } {
  const once = [...new Map(rings.map((ring) => [JSON.stringify(ring), ring])).values()]
  const listed = once.map((ring, place) => ({ ring, polygon: 0, place }))
  const { parts } = nestRings(listed, () => false)
  return {
    polygons: parts.map(({ shell, holes }) => [shell, ...holes].map((ring) => once[ring] ?? [])),
    repeated: rings.length - once.length,
  }
}

function shapeOf(record: DataView): Shape {
  const type = record.byteLength >= 4 ? record.getInt32(0, true) : NULL_SHAPE
  if (type === NULL_SHAPE) return { geometry: null, notes: [] }
  try {
    if (!POLYGON_TYPES.has(type)) {
      throw invalid(`图形不是面，是${TYPE_NAMES[type] ?? `不认识的类型 ${type}`}`)
    }
    if (record.byteLength < 44) throw invalid('图形不完整，.shp 可能被截断了')
    const { polygons, repeated } = polygonsOf(ringsOf(record))
    const notes = repeated > 0 ? [`RINGS_REPEATED:${repeated}`] : []
    return { geometry: { type: 'MultiPolygon', coordinates: polygons }, notes }
  } catch (error) {
    if (!(error instanceof GeometryRefused)) throw error
    return { geometry: null, refusal: error, notes: [] }
  }
}

/**
 * The shapes of a .shp, in its order and in its own units; null shapes keep their place, as the
 * attribute table counts them. Throws GeometryRefused when the file as a whole is no .shp.
 */
export function shapesOf(bytes: Uint8Array): Shape[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < HEADER_BYTES || view.getInt32(0, false) !== FILE_CODE) {
    throw new GeometryRefused('FILE_INVALID', '.shp 不是 Shapefile 的图形文件，请重新导出')
  }
  const shapes: Shape[] = []
  for (let at = HEADER_BYTES; at + 8 <= view.byteLength; ) {
    const length = view.getInt32(at + 4, false) * 2
    if (length < 0 || at + 8 + length > view.byteLength) {
      throw new GeometryRefused(
        'FILE_INVALID',
        `.shp 在第 ${shapes.length + 1} 个图形处断了，文件没有传完，请重新压缩上传`,
      )
    }
    shapes.push(shapeOf(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length)))
    at += 8 + length
  }
  return shapes
}
