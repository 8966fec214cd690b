import type { Point } from './draw-cells'

/** Below five metres a border has no more detail. */
const DETAIL_KM = 0.005
/** First bend of a border against its length, and how bends fade: 80 seeds gave no crossing. */
const BEND = 0.16
const FADE = 0.78

/** A fraction 0–1 out of whole numbers; the same numbers give the same fraction for ever. */
export function fractionOf(...numbers: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const number of numbers) {
    for (let rest = Math.round(number), byte = 0; byte < 4; byte += 1, rest >>= 8) {
      hash = Math.imul(hash ^ (rest & 255), 0x01000193)
    }
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x100000000
}

const metersKey = ([x, y]: Point) => [x * 1000, y * 1000] as const

/**
 * The points of a natural border from one corner to another, the first included and the last not,
 * by midpoint displacement. The way back gives the same points reversed, so neighbours fit.
 */
export function fractalLine(from: Point, to: Point, verticesMax: number, seed: number): Point[] {
  const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1])
  const [start, end] = isForward ? [from, to] : [to, from]
  const length = Math.hypot(end[0] - start[0], end[1] - start[1])
  const pieces = Math.min(verticesMax, length / DETAIL_KM)
  const levels = Math.max(0, Math.floor(Math.log2(Math.max(1, pieces))))
  let line: Point[] = [start, end]
  for (let level = 0; level < levels; level += 1) {
    const bend = BEND * FADE ** level
    const finer: Point[] = []
    for (const [index, a] of line.entries()) {
      const b = line[index + 1]
      finer.push(a)
      if (b) finer.push(bentMiddle(a, b, bend, seed))
    }
    line = finer
  }
  if (!isForward) line.reverse()
  return line.slice(0, -1)
}

function bentMiddle(a: Point, b: Point, bend: number, seed: number): Point {
  const by = (fractionOf(seed, ...metersKey(a), ...metersKey(b)) * 2 - 1) * bend
  return [(a[0] + b[0]) / 2 - (b[1] - a[1]) * by, (a[1] + b[1]) / 2 + (b[0] - a[0]) * by]
}

/** The open ring of a roundish island, counter-clockwise, within radiusKm of its centre. */
export function islandAt(
  centre: Point,
  radiusKm: number,
  verticesMax: number,
  seed: number,
): Point[] {
  const corners = Array.from({ length: 7 }, (_, index): Point => {
    const angle = ((index + fractionOf(seed, index) * 0.4) / 7) * 2 * Math.PI
    const reach = radiusKm * (0.55 + 0.3 * fractionOf(seed, index, 1))
    return [centre[0] + Math.cos(angle) * reach, centre[1] + Math.sin(angle) * reach]
  })
  return corners.flatMap((from, index) =>
    fractalLine(from, corners[(index + 1) % 7] ?? from, Math.ceil(verticesMax / 4), seed),
  )
}
