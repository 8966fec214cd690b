import type { Archive } from './read-archive'
import { readDbf } from './read-dbf'
import type { FoundFeature } from './read-features'
import { readPrj } from './read-prj'
import { type Shape, shapesOf } from './read-shp'
import type { Encoding } from './read-text'
import { GeometryRefused } from './refusal'

export interface ShapefileReading {
  found: FoundFeature[]
  encoding: Encoding
  /** The name of the coordinate system of the .prj; null without one. */
  projection: string | null
  /** Whether metres of that projection were turned into degrees. */
  unprojected: boolean
}

/** The entry beside `name`.shp of another ending, upper or lower case. */
function besideOf(archive: Archive, base: string, ending: string): string | undefined {
  const wanted = `${base}.${ending}`.toLowerCase()
  return archive.names.find((name) => name.toLowerCase() === wanted)
}

async function textBeside(archive: Archive, base: string, ending: string): Promise<string> {
  const name = besideOf(archive, base, ending)
  return name ? new TextDecoder().decode(await archive.read(name)).trim() : ''
}

function toDegrees(shape: Shape, projection: ReturnType<typeof readPrj> | null): Shape {
  const convert = projection?.toDegrees
  if (!convert || !shape.geometry) return shape
  const coordinates = shape.geometry.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(convert)),
  )
  return { ...shape, geometry: { type: 'MultiPolygon', coordinates } }
}

/**
 * The features of one shapefile of an archive, in degrees. Throws GeometryRefused when a part is
 * missing or broken, the parts do not fit each other, or the .prj cannot be undone.
 */
export async function readShapefile(archive: Archive, shpName: string): Promise<ShapefileReading> {
  const base = shpName.slice(0, -4)
  const dbfName = besideOf(archive, base, 'dbf')
  if (!dbfName) {
    throw new GeometryRefused(
      'FILE_INVALID',
      `压缩包里缺少 ${base}.dbf（名称在里面）：请把 .shp、.dbf、.shx、.prj 一起压缩`,
    )
  }
  const prj = await textBeside(archive, base, 'prj')
  const projection = prj === '' ? null : readPrj(prj)
  const table = readDbf(await archive.read(dbfName), await textBeside(archive, base, 'cpg'))
  const shapes = shapesOf(await archive.read(shpName))
  if (shapes.length !== table.rows.length) {
    throw new GeometryRefused(
      'FILE_INVALID',
      `图形有 ${shapes.length} 个，属性表有 ${table.rows.length} 行，对不上：请重新导出`,
    )
  }
  const found = shapes.map((shape, at): FoundFeature => {
    const properties = table.rows[at]
    if (properties) return { properties, ...toDegrees(shape, projection) }
    const refusal = new GeometryRefused('GEOJSON_INVALID', '属性表里标记为已删除')
    return { properties: {}, geometry: null, refusal }
  })
  const unprojected = Boolean(projection?.toDegrees)
  return { found, encoding: table.encoding, projection: projection?.name ?? null, unprojected }
}
