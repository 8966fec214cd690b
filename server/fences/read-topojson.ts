import { feature } from 'topojson-client'
import { FEATURE_VERTICES_MAX, type FoundFeature, isRecord, tooManyVertices } from './read-features'
import { GeometryRefused } from './refusal'

const DEPTH_MAX = 6
const VERTICES_MAX = 5_000_000

type Topology = Parameters<typeof feature>[0]
type TopologyObject = Parameters<typeof feature>[1]

function broken(message: string): GeometryRefused {
  return new GeometryRefused('FILE_INVALID', `TopoJSON 不完整：${message}`)
}

export function isTopology(document: unknown): document is Record<string, unknown> {
  return isRecord(document) && document.type === 'Topology'
}

/** How many points the arcs of a geometry unfold to: a small file may name a long arc for ever. */
function verticesOf(arcs: unknown, lengths: readonly number[], depth = 0): number {
  if (typeof arcs === 'number') {
    const length = lengths[arcs < 0 ? ~arcs : arcs]
    if (length === undefined) throw broken(`弧段 ${arcs} 不存在`)
    return length
  }
  if (!Array.isArray(arcs) || depth > DEPTH_MAX) throw broken('弧段的列表不对')
  return arcs.reduce((sum: number, one: unknown) => sum + verticesOf(one, lengths, depth + 1), 0)
}

function arcLengths(topology: Record<string, unknown>): number[] {
  if (!Array.isArray(topology.arcs)) throw broken('没有 arcs')
  return topology.arcs.map((arc: unknown) => {
    if (!Array.isArray(arc) || !arc.every(Array.isArray)) throw broken('arcs 应是坐标的列表')
    return arc.length
  })
}

function layerOf(objects: unknown, layer: string | undefined): Record<string, unknown> {
  const layers = isRecord(objects) ? objects : {}
  const names = Object.keys(layers)
  const chosen = layer ?? (names.length === 1 ? names[0] : undefined)
  const object = chosen !== undefined && names.includes(chosen) ? layers[chosen] : undefined
  if (isRecord(object)) return object
  if (names.length === 0) throw broken('没有 objects')
  const message = layer === undefined ? `有 ${names.length} 个图层` : `没有图层“${layer}”`
  throw new GeometryRefused(
    'FILE_INVALID',
    `TopoJSON ${message}，请用 --layer 指定其中一个：${names.slice(0, 12).join('、')}`,
  )
}

/** The checked casts of an unknown document to the library's types. */
function unfold(topology: Record<string, unknown>, object: Record<string, unknown>): unknown {
  const found = feature(topology as unknown as Topology, object as unknown as TopologyObject)
  return 'geometry' in found ? found.geometry : null
}

/**
 * The features of one layer of a topology, unfolded. Throws GeometryRefused when the file is no
 * topology or unfolds to more than five million points.
 */
export function featuresOfTopology(
  topology: Record<string, unknown>,
  layer?: string,
): FoundFeature[] {
  const lengths = arcLengths(topology)
  const object = layerOf(topology.objects, layer)
  const geometries: readonly unknown[] = Array.isArray(object.geometries)
    ? object.geometries
    : [object]
  let total = 0
  return geometries.map((geometry): FoundFeature => {
    if (!isRecord(geometry)) return { properties: {}, geometry: null }
    const properties = isRecord(geometry.properties) ? geometry.properties : {}
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
      return { properties, geometry: geometry.type === null ? null : { type: geometry.type } }
    }
    const vertices = verticesOf(geometry.arcs, lengths)
    if (vertices >= FEATURE_VERTICES_MAX) {
      return { properties, geometry: null, refusal: tooManyVertices() }
    }
    total += vertices
    if (total > VERTICES_MAX) {
      throw new GeometryRefused('GEOMETRY_TOO_LARGE', 'TopoJSON 展开后顶点太多，请按乡镇拆分')
    }
    return { properties, geometry: unfold(topology, geometry) }
  })
}
