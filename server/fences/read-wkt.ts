import { invalid } from './read-features'

const WGS84_SRIDS = new Set(['4326', '4490', '0'])

/** `POLYGON Z ((…))` with what stands before and after; the body is checked by itself. */
const WKT =
  /^\s*(?:SRID=(\d+);)?\s*(MULTIPOLYGON|POLYGON|[A-Z]+)\s*(?:ZM|Z|M)?\s*(EMPTY|\(.*\))\s*$/is
const BODY = /^[-+0-9.eE(),\s]*$/

/** Whether a cell looks like the WKT of areas. */
export function looksLikeWkt(text: string): boolean {
  return /^\s*(?:SRID=\d+;)?\s*(MULTI)?POLYGON\s*(ZM|Z|M)?\s*(EMPTY|\()/i.test(text)
}

function positionIn(words: string): string {
  const numbers = words.trim().split(/\s+/).map(Number)
  if (numbers.length < 2 || !numbers.every(Number.isFinite)) {
    throw invalid(`WKT 的坐标应是“经度 纬度”，读到“${words.trim().slice(0, 40)}”`)
  }
  return JSON.stringify(numbers)
}

/**
 * A GeoJSON-shaped geometry of WKT or EWKT (POLYGON, MULTIPOLYGON, with Z or M or both, declared
 * or not); positions keep all their numbers. Throws GeometryRefused. The kept libraries measured
 * either take seconds a megabyte, refuse undeclared heights or read damaged text as something.
 */
export function readWkt(text: string): { type: string; coordinates: unknown } {
  const [, srid, kind = '', body = ''] = WKT.exec(text) ?? []
  if (kind === '') throw invalid('不是 WKT：应像 POLYGON((经度 纬度, …))，括号要成对')
  if (srid !== undefined && !WGS84_SRIDS.has(srid)) {
    throw invalid(`WKT 的 SRID=${srid} 不是经纬度，请先转换为 4326 或 4490`)
  }
  const type = { POLYGON: 'Polygon', MULTIPOLYGON: 'MultiPolygon' }[kind.toUpperCase()]
  if (type === undefined)
    throw invalid(`图形不是面：${kind.toUpperCase()}，需要 POLYGON 或 MULTIPOLYGON`)
  if (/^EMPTY$/i.test(body)) return { type, coordinates: [] }
  if (!BODY.test(body)) throw invalid('WKT 里有不认识的字，应只有数字、逗号和括号')
  const json = body.replace(/[^(),]+/g, (words) => (words.trim() === '' ? '' : positionIn(words)))
  try {
    return { type, coordinates: JSON.parse(json.replaceAll('(', '[').replaceAll(')', ']')) }
  } catch {
    throw invalid('WKT 的括号或逗号不成对，可能被截断了')
  }
}
