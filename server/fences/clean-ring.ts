import type { Position, Ring } from '../../domain/fences/geometry'

/** Eight decimals of a degree are a millimetre; conversions leave seven more that say nothing. */
const DECIMALS = 1e8

export interface CleanRing {
  /** Open (without the closing point), no point twice in a row, no spike; may be empty. */
  ring: Ring
  closed: boolean
  duplicates: number
  spikes: number
}

const same = (a: Position | undefined, b: Position | undefined) =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS

/** Spikes (out and back over the same edge) are dropped where they return to the very point. */
export function cleanRing(given: Ring): CleanRing {
  const ring: Ring = []
  const closed = same(given[0], given.at(-1))
  let duplicates = 0
  let spikes = 0
  for (const [lng, lat] of closed ? given.slice(0, -1) : given) {
    const point: Position = [rounded(lng), rounded(lat)]
    if (same(ring.at(-1), point)) duplicates += 1
    else if (same(ring.at(-2), point)) {
      ring.pop()
      spikes += 1
    } else ring.push(point)
  }
  for (let clean = false; !clean && ring.length > 1; ) {
    clean = true
    if (same(ring.at(-1), ring[0])) {
      ring.pop()
      duplicates += 1
      clean = false
    } else if (same(ring.at(-2), ring[0])) {
      ring.pop()
      spikes += 1
      clean = false
    } else if (same(ring.at(-1), ring[1])) {
      ring.shift()
      spikes += 1
      clean = false
    }
  }
  return { ring, closed, duplicates, spikes }
}
