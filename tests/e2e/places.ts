import gcoord from 'gcoord'
import type { Output } from '../../contract/actions'
import { type MultiPolygon, signedDistanceMeters } from '../../domain/fences/geometry'
import type { Position } from './phone'
import { post } from './running'

/** A point well inside a fence and one three kilometres off, as a browser gives them: WGS-84. */
export async function placesOf(
  origin: string,
  name: string,
): Promise<{ inside: Position; outside: Position }> {
  const { data } = await post<{ token: string }>(origin, 'session.local', {
    openid: 'demo-super',
  })
  let cursor: string | undefined
  for (;;) {
    const page = await post<Output<'fences.shapes'>>(
      origin,
      'fences.shapes',
      { cursor },
      data.token,
    )
    const found = page.data.items.find((item) => item.name === name)
    if (found) return pointsOf(found.polygons as MultiPolygon)
    if (!page.data.nextCursor) throw new Error(`no fence ${name}`)
    cursor = page.data.nextCursor
  }
}

function pointsOf(outline: MultiPolygon): { inside: Position; outside: Position } {
  const shell = outline[0]?.[0] ?? []
  const [lngs, lats] = [shell.map(([x]) => x), shell.map(([, y]) => y)]
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const grid = Array.from({ length: 40 }, (_, i) => i / 39)
  const points = grid.flatMap((x) =>
    grid.map((y): [number, number] => [west + (east - west) * x, south + (north - south) * y]),
  )
  const depth = ([x, y]: [number, number]) => signedDistanceMeters(x, y, outline)
  const deepest = points.reduce((best, point) => (depth(point) < depth(best) ? point : best))
  const off: [number, number] = [west - 3000 / 93_000, (south + north) / 2]
  return { inside: asWgs84(deepest), outside: asWgs84(off) }
}

function asWgs84(point: [number, number]): Position {
  const [longitude, latitude] = gcoord.transform(point, gcoord.GCJ02, gcoord.WGS84)
  return { longitude, latitude, accuracy: 12 }
}
