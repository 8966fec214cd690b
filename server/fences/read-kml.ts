import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import type { FoundFeature } from './read-features'
import { GeometryRefused } from './refusal'

/** A document tree takes about a kilobyte a tag; a county's file has some tens of thousands. */
const TAGS_MAX = 400_000
const ELEMENT_NODE = 1
const OTHER_SHAPES = new Set(['Point', 'LineString', 'LinearRing', 'Track', 'Model', 'MultiTrack'])

function refuse(message: string): GeometryRefused {
  return new GeometryRefused('FILE_INVALID', message)
}

const isElement = (node: Node): node is Element => node.nodeType === ELEMENT_NODE

function childrenOf(element: Element): Element[] {
  const children: Element[] = []
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (isElement(child)) children.push(child)
  }
  return children
}

/**
 * The nearest elements below that `isWanted` takes, in the file's order; what lies in them is not
 * searched. A stack, because folders may be nested deeper than calls may.
 */
function below(root: Element, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  const stack = childrenOf(root).reverse()
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (isWanted(element)) found.push(element)
    else stack.push(...childrenOf(element).reverse())
  }
  return found
}

const named = (name: string) => (element: Element) => element.localName === name
const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? ''

/** Positions as the text gives them; a damaged one stays damaged, for the checks to see. */
function positionsOf(ring: Element): unknown[] {
  const text = textOf(below(ring, named('coordinates'))[0]).replace(/\s*,\s*/g, ',')
  if (text === '') return []
  return text
    .split(/\s+/)
    .map((tuple) => tuple.split(',').map((word) => (word ? Number(word) : null)))
}

function polygonOf(polygon: Element): unknown[] {
  const boundaries = (name: string) => below(polygon, named(name)).map(positionsOf)
  return [...boundaries('outerBoundaryIs'), ...boundaries('innerBoundaryIs')]
}

function propertiesOf(placemark: Element): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const data of below(placemark, ({ localName }) => localName === 'Data')) {
    const [value] = below(data, named('value'))
    properties[data.getAttribute('name') ?? ''] = textOf(value)
  }
  for (const data of below(placemark, named('SimpleData'))) {
    properties[data.getAttribute('name') ?? ''] = textOf(data)
  }
  const name = childrenOf(placemark).find(named('name'))
  if (textOf(name) !== '') properties.name = textOf(name)
  return properties
}

function featureOf(placemark: Element): FoundFeature {
  const shapes = below(
    placemark,
    ({ localName }) => localName === 'Polygon' || OTHER_SHAPES.has(localName ?? ''),
  )
  const polygons = shapes.filter(named('Polygon')).map(polygonOf)
  const others = shapes.length - polygons.length
  const properties = propertiesOf(placemark)
  if (shapes.length === 0) return { properties, geometry: null }
  if (polygons.length === 0) return { properties, geometry: { type: 'LineString' } }
  const notes = others > 0 ? [`OTHER_GEOMETRIES_DROPPED:${others}`] : []
  return { properties, geometry: { type: 'MultiPolygon', coordinates: polygons }, notes }
}

function rootOf(text: string): Element {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw refuse('KML 里有 DOCTYPE 或 ENTITY 声明：出于安全不读这样的文件，请重新导出')
  }
  const tags = text.split('<', TAGS_MAX + 2).length - 1
  if (tags > TAGS_MAX) {
    throw new GeometryRefused('GEOMETRY_TOO_LARGE', 'KML 的标签太多，请按乡镇拆分后再导入')
  }
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message)
  }
  const root = documentOf(text, onError)
  if (root.localName !== 'kml') throw refuse(`文件是 XML，但不是 KML（根元素是 ${root.localName}）`)
  return root
}

function documentOf(text: string, onError: (level: string, message: string) => void): Element {
  try {
    const document = new DOMParser({ onError }).parseFromString(text.trimStart(), 'text/xml')
    if (document.documentElement) return document.documentElement
  } catch {}
  throw refuse('KML 不完整：标签没有成对，或文件被截断了，请重新导出')
}

/**
 * The placemarks of a KML text, whatever folders they lie in. Nothing outside of the file is ever
 * fetched, and a file that declares entities is refused. Throws GeometryRefused.
 */
export function featuresOfKml(text: string): FoundFeature[] {
  const placemarks = below(rootOf(text), named('Placemark'))
  if (placemarks.length === 0) throw refuse('KML 里没有地标（Placemark）')
  return placemarks.map(featureOf)
}
