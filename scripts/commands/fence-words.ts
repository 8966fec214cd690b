import type { Crs } from '../../domain/fences/coordinates'
import type { FenceImportReport, ImportedFence } from '../../server/fences/import-fences'

const CRS_NAME: Record<Crs, string> = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' }
const RESULT = { added: '新增', changed: '新版本', same: '无变化' }
const FORMAT = {
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  kml: 'KML',
  csv: 'CSV（WKT）',
  shapefile: 'Shapefile',
}
const LIKENESS = { SPELLING: '只差写法', SUFFIX: '只差后缀' }
const SHOWN_MAX = 20

/** What a repair did; # stands for its number. */
const REPAIRS: Record<string, string> = {
  HEIGHTS_DROPPED: '去掉高程',
  OTHER_GEOMETRIES_DROPPED: '略过 # 个点或线',
  RINGS_REPEATED: '去掉 # 个重复的环',
  RINGS_CLOSED: '补上 # 个没有闭合的环',
  DUPLICATES_DROPPED: '去掉 # 个重复的点',
  SPIKES_DROPPED: '去掉 # 处尖刺',
  SLIVERS_DROPPED: '去掉 # 个没有面积的碎块',
  SHELLS_NOT_FIRST: '# 个外环没有排在最前，已排好',
  HOLES_TO_PARTS: '# 个写成洞的岛改为单独的部分',
  HOLES_MOVED: '# 个洞归到它所在的部分',
  ISLANDS_IN_HOLES: '# 个洞里的岛改为单独的部分',
  PARTS_SWALLOWED: '去掉 # 个落在别处里面的重复部分',
  CROSSINGS_RESOLVED: '理顺 # 处自相交',
  TOUCHES_RESOLVED: '合并 # 处相接的边',
  AREA_CHANGED_SQUARE_METERS: '面积因此变化 # 平方米',
}

const grouped = (number: number, signDisplay: 'auto' | 'exceptZero' = 'auto') =>
  number.toLocaleString('en-US', { signDisplay })

function repairInWords(repair: string): string {
  const [code = '', number = ''] = repair.split(':')
  const sign = code === 'AREA_CHANGED_SQUARE_METERS' ? 'exceptZero' : 'auto'
  return (REPAIRS[code] ?? repair).replace('#', grouped(Number(number), sign))
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN_MAX ? `……共 ${names.length} 个` : ''
  return names.slice(0, SHOWN_MAX).join('、') + more
}

/** Whether the coordinate system can be right, with the numbers that speak for it. */
export function sentenceOfCrs({ crs, parent }: FenceImportReport): string {
  const stated = CRS_NAME[crs.stated]
  if (crs.basis === null) {
    return `坐标系按所述 ${stated} 读取，没有可以比对的围栏，无法核对：请在地图上看一眼边界`
  }
  const what = crs.basis === 'names' ? '偏移中位数' : '超出上级边界'
  const offsets = crs.offsets.map((one) => `${CRS_NAME[one.crs]} ${one.meters} m`).join('，')
  const against = crs.basis === 'names' ? `${crs.compared} 个同名围栏` : `上级边界（${parent}）`
  if (crs.verdict === 'unclear') {
    return `坐标系按所述 ${stated} 读取；与${against}比对看不出是哪一种（${what}：${offsets}），请在地图上看一眼`
  }
  if (crs.verdict === 'fits') return `坐标系 ${stated} 与${against}相符（${what}：${offsets}）`
  const meters = (system: Crs | null) => crs.offsets.find((one) => one.crs === system)?.meters ?? 0
  const likely = crs.likely ? CRS_NAME[crs.likely] : ''
  return `看起来是 ${likely}：按所述 ${stated} ${what} ${meters(crs.stated)} m，按 ${likely} ${meters(crs.likely)} m（与${against}比对）`
}

function linesOfFence({ change, ...fence }: ImportedFence): string[] {
  const size = `${fence.vertices} 点，${(fence.areaSquareMeters / 1e6).toFixed(2)} 平方公里`
  const matched = fence.matched ? `（即已有的 ${fence.matched}）` : ''
  const repairs =
    fence.repairs.length > 0 ? `；修复：${fence.repairs.map(repairInWords).join('，')}` : ''
  const lines = [`${RESULT[fence.result]}  ${fence.name}${matched}  ${size}${repairs}`]
  if (change) {
    const moved = change.exact ? '有变动的面积' : '面积相差'
    const meters = `边界最远移动 ${grouped(change.farthestMeters)} 米`
    lines.push(`        ${moved} ${grouped(change.movedSquareMeters)} 平方米，${meters}`)
  }
  return lines
}

type Candidate = FenceImportReport['doubtful'][number]['candidates'][number]

function apartInWords({ metersApart, sameOutline }: Candidate): string {
  if (metersApart === null) return '还没有围栏'
  return sameOutline ? '边界完全相同' : `中心相距 ${metersApart} 米`
}

function linesOfDoubt({ doubtful }: FenceImportReport): string[] {
  const [first] = doubtful
  const [candidate] = first?.candidates ?? []
  if (!first || !candidate) return []
  const lines = doubtful.map(({ index, name, candidates }) => {
    const like = candidates.map((one) => {
      return `${one.name}（${LIKENESS[one.likeness]}，${apartInWords(one)}）`
    })
    return `待定  第 ${index + 1} 个 ${name}  像已有的 ${like.join('、')}，没有导入`
  })
  const example = `--match "${first.name}=${candidate.name}"`
  return [...lines, `      是同一个地方就加 ${example}；都是新的就加 --create-new`]
}

function linesOfSource(report: FenceImportReport): string[] {
  const { format, encoding, namedCrs, unprojected, crs, parent, parentIsNew } = report
  const lines = [`格式 ${FORMAT[format]}，文字编码 ${encoding === 'utf-8' ? 'UTF-8' : 'GBK'}`]
  if (unprojected) lines.push(`坐标是投影坐标（${namedCrs}），已换算为经纬度`)
  if (namedCrs !== null && crs.stated !== 'wgs84') {
    lines.push(`注意：文件自己写的坐标系是 ${namedCrs}，按您所述的 ${CRS_NAME[crs.stated]} 读取`)
  }
  if (parent !== null) lines.push(`上级区划 ${parent}${parentIsNew ? '（还没有，会新建）' : ''}`)
  return lines
}

/** The report in words: what was read, whether it can be right, each feature, the sum. */
export function linesOfFenceImport(report: FenceImportReport): string[] {
  const { fences, refused, doubtful, absent, crs } = report
  const warning = crs.verdict === 'suspected' ? `⚠ 警告：${sentenceOfCrs(report)}` : null
  const lines = [...linesOfSource(report), warning ?? sentenceOfCrs(report)]
  lines.push(...fences.flatMap(linesOfFence), ...linesOfDoubt(report))
  for (const { index, name, code, message } of refused) {
    lines.push(`拒绝  第 ${index + 1} 个 ${name ?? '（无名称）'}  ${message}（${code}）`)
  }
  if (absent.length > 0) lines.push(`文件里没有、保持原样：${listed(absent)}`)
  const left = doubtful.length > 0 ? `，待定 ${doubtful.length} 个` : ''
  const sum = `共 ${fences.length} 个围栏${left}，拒绝 ${refused.length} 个`
  lines.push(report.saved ? sum : `${sum}（没有保存）`)
  // Said again at the end: the beginning of a long report has left the screen.
  return warning ? [...lines, warning] : lines
}
