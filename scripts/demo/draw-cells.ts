import { fractionOf } from './draw-lines'

/** East and north of the county's centre, in kilometres. */
export type Point = [number, number]

export interface Cell {
  site: Point
  /** Counter-clockwise, open; corners that neighbours share are the very same numbers. */
  corners: Point[]
}

/** A place in the sea with room for an island. */
export interface SeaSpot {
  centre: Point
  roomKm: number
  nearestCell: number
}

/** How little a place belongs to the county: an ellipse with a bay bitten out of its north. */
function remoteness([x, y]: Point, widthKm: number): number {
  const [u, v] = [x / widthKm, y / widthKm]
  const bay = Math.exp(-((u - 0.08) ** 2 / 0.02 + (v - 0.32) ** 2 / 0.05))
  return (u / 0.5) ** 2 + (v / 0.36) ** 2 + 1.4 * bay
}

const between = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** A jittered grid: even enough that no town is tiny, uneven enough to look grown. */
function sitesFor(seed: number, towns: number, widthKm: number): Point[] {
  const spacing = widthKm * Math.sqrt((Math.PI * 0.5 * 0.36 * 0.86) / Math.max(1, towns))
  const reach = Math.ceil(widthKm / spacing) + 2
  const sites: Point[] = []
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      const dx = (fractionOf(seed, row, column, 1) - 0.5) * 0.75
      const dy = (fractionOf(seed, row, column, 2) - 0.5) * 0.75
      const shift = row % 2 === 0 ? 0 : 0.5
      sites.push([(column + dx + shift) * spacing, (row + dy) * spacing])
    }
  }
  return sites
}

/** Keeps of a convex ring what is nearer to `site` than to `other`. */
function cut(ring: readonly Point[], site: Point, other: Point): Point[] {
  const side = ([x, y]: Point) =>
    (x - (site[0] + other[0]) / 2) * (other[0] - site[0]) +
    (y - (site[1] + other[1]) / 2) * (other[1] - site[1])
  return ring.flatMap((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a
    const [sideA, sideB] = [side(a), side(b)]
    const kept: Point[] = sideA <= 0 ? [a] : []
    if (sideA < 0 !== sideB < 0 && sideA !== sideB) {
      const t = sideA / (sideA - sideB)
      if (t > 0 && t < 1) kept.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])
    }
    return kept
  })
}

/** Gives each corner found twice, with different last digits, one pair of numbers. */
function cornerMerger() {
  const known: Point[] = []
  return (point: Point): Point => {
    const same = known.find((one) => between(one, point) < 0.02)
    if (same) return same
    known.push(point)
    return point
  }
}

/** The towns of a county as Voronoi cells, and the spots in the sea north of them. */
export function drawCells(
  seed: number,
  towns: number,
  widthKm: number,
): { cells: Cell[]; sea: SeaSpot[] } {
  const sites = sitesFor(seed, towns, widthKm)
  const ranked = [...sites].sort((a, b) => remoteness(a, widthKm) - remoteness(b, widthKm))
  const land = ranked.slice(0, towns).sort((a, b) => b[1] - b[0] * 0.2 - (a[1] - a[0] * 0.2))
  const far = widthKm * 3
  const merge = cornerMerger()
  const cells = land.map((site): Cell => {
    let ring: Point[] = [
      [-far, -far],
      [far, -far],
      [far, far],
      [-far, far],
    ]
    for (const other of sites) if (other !== site) ring = cut(ring, site, other)
    const merged = ring.map(merge)
    const corners = merged.filter((point, index) => point !== merged[(index + 1) % merged.length])
    return { site, corners }
  })
  return { cells, sea: seaSpots(ranked.slice(towns), cells) }
}

/** Sites off the northern coast, the closest to the land first. */
function seaSpots(others: readonly Point[], cells: readonly Cell[]): SeaSpot[] {
  const spots = others.map((centre) => {
    const distances = cells.map((cell) => between(cell.site, centre))
    const nearest = Math.min(...distances)
    return { centre, roomKm: nearest / 2, nearestCell: distances.indexOf(nearest) }
  })
  return spots
    .filter(({ centre, nearestCell }) => centre[1] > (cells[nearestCell]?.site[1] ?? 0))
    .filter(({ centre }) => centre[1] > 0)
    .sort((a, b) => a.roomKm - b.roomKm)
}
