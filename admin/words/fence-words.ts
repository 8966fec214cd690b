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

const REPAIR_WORDS: Readonly<Record<string, (count: string) => string>> = {
  RINGS_CLOSED: (n) => `补上没有闭合的边界 ${n} 处`,
  DUPLICATES_DROPPED: (n) => `去掉重复的点 ${n} 个`,
  SPIKES_DROPPED: (n) => `去掉来回折返的尖刺 ${n} 处`,
  SLIVERS_DROPPED: (n) => `去掉没有面积的碎片 ${n} 块`,
  SHELLS_NOT_FIRST: (n) => `外边界没有写在最前面，重新认定 ${n} 处`,
  HOLES_TO_PARTS: (n) => `误标为“洞”的地块改为独立地块 ${n} 块`,
  HOLES_MOVED: (n) => `“洞”归到它所在的地块 ${n} 处`,
  ISLANDS_IN_HOLES: (n) => `“洞”里的地块改为独立地块 ${n} 块`,
  PARTS_SWALLOWED: (n) => `并入完全重叠的地块 ${n} 块`,
  CROSSINGS_RESOLVED: (n) => `理顺边界自相交 ${n} 处`,
  TOUCHES_RESOLVED: (n) => `理顺边界相接 ${n} 处`,
  AREA_CHANGED_SQUARE_METERS: (n) =>
    `面积因此${Number(n) < 0 ? '减少' : '增加'} ${areaInWords(Math.abs(Number(n)))}`,
}

/** "HOLES_TO_PARTS:2" in words; a code this console does not know yet is shown as it came. */
export function wordsOfRepair(repair: string): string {
  const [code = '', count = ''] = repair.split(':')
  return REPAIR_WORDS[code]?.(count) ?? repair
}
