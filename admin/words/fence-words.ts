import type { Output } from '../../contract/actions'

export type FenceRow = Output<'fences.list'>['items'][number]

export const FENCE_KIND_WORDS: Readonly<Record<FenceRow['kind'], string>> = {
  area: '行政区划',
  site: '场所',
}

/** Whole square kilometres for a town, hectares for a market, square metres for a booth. */
export function areaInWords(squareMeters: number): string {
  if (squareMeters >= 1_000_000) return `${(squareMeters / 1_000_000).toFixed(1)} 平方公里`
  if (squareMeters >= 10_000) return `${(squareMeters / 10_000).toFixed(1)} 公顷`
  return `${Math.round(squareMeters)} 平方米`
}
