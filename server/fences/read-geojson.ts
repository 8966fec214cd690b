import {
  type FileReading,
  type FoundFeature,
  invalid,
  isRecord,
  type ReadOptions,
  readFeatures,
} from './read-features'
import { readText, type Source } from './read-text'

/** Where the parser stopped: it gives either a position or the text around it. */
function whereOf(message: string, text: string): string {
  const position = / position (\d+)/.exec(message)?.[1]
  if (position !== undefined) {
    return `第 ${text.slice(0, Number(position)).split('\n').length} 行附近有错`
  }
  const excerpt = /"(.+)" is not valid JSON$/s.exec(message)?.[1]
  return excerpt === undefined ? '文件不完整' : `“${excerpt.slice(0, 40)}”附近有错`
}

/** A JSON document. Throws GeometryRefused that says where it broke off. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = whereOf(error instanceof Error ? error.message : '', text)
    throw invalid(`文件不是 JSON（${where}），请重新导出 GeoJSON`)
  }
}

/** The features of any GeoJSON document; a bare geometry is a feature without properties. */
export function featuresOfGeojson(document: unknown): FoundFeature[] {
  if (isRecord(document)) {
    const { type, features } = document
    if (type === 'FeatureCollection' && Array.isArray(features)) return features.map(foundFeature)
    if (type === 'Feature') return [foundFeature(document)]
    if (Array.isArray(document.coordinates) || type === 'GeometryCollection') {
      return [{ properties: {}, geometry: document }]
    }
  }
  throw invalid('文件不是 GeoJSON：需要 FeatureCollection、Feature 或多边形')
}

function foundFeature(feature: unknown): FoundFeature {
  const record = isRecord(feature) ? feature : {}
  const properties = isRecord(record.properties) ? record.properties : {}
  const refusal = record.type === 'Feature' ? undefined : invalid('不是 Feature')
  return { properties, geometry: record.geometry, refusal }
}

/**
 * Reads the polygons of a .geojson or .json file: a FeatureCollection, a Feature or a geometry.
 * A feature that cannot be read is refused by index and name and never stops the others. Throws
 * GeometryRefused when the file as a whole is too large, not text, not JSON or not GeoJSON.
 */
export async function readGeojson(source: Source, options: ReadOptions = {}): Promise<FileReading> {
  const { text, encoding } = await readText(source, options.bytesMax)
  return { ...readFeatures(featuresOfGeojson(parseJson(text)), options), encoding }
}
