/** Property names that carry a name, best first; compared without regard to case. */
const NAME_KEYS = [
  'name',
  '名称',
  '镇街',
  '乡镇街道',
  '乡镇名称',
  '乡镇名',
  '乡镇',
  '街道名称',
  '街道',
  '村社区',
  '村名',
  '社区',
  '区划名称',
  '行政区名称',
  '辖区名称',
  '派出所',
  'xzqmc',
  'zqmc',
  'xzmc',
  'xzjmc',
  'zjmc',
  'mc',
  'fullname',
  'full_name',
  'name_zh',
  'name:zh',
  'name_chn',
  'name_cn',
  'cname',
  'townname',
  'town_name',
  'town',
  'township',
  'villagename',
  'village',
  'name_4',
  'name_3',
  'label',
  'title',
  '标题',
]

const CODE_KEYS = [
  'code',
  'adcode',
  '代码',
  '区划代码',
  '行政区代码',
  'xzqdm',
  'xzdm',
  'dm',
  'towncode',
  'town_code',
  'pac',
]

const NAME_LENGTH_MAX = 60

export type Properties = Readonly<Record<string, unknown>>

function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
  return text === '' ? null : text.slice(0, NAME_LENGTH_MAX)
}

function firstText(properties: Properties, keys: readonly string[]): string | null {
  const valueByKey = new Map(
    Object.entries(properties).map(([key, value]) => [key.trim().toLowerCase(), value]),
  )
  for (const key of keys) {
    const text = textOf(valueByKey.get(key))
    if (text !== null) return text
  }
  return null
}

/** The feature's name: of the stated property only, else of the first known one that has text. */
export function nameOf(properties: Properties, nameField?: string): string | null {
  return firstText(properties, nameField === undefined ? NAME_KEYS : [nameField.toLowerCase()])
}

/** A division code for people to read; never for matching: the same code names other towns. */
export function codeOf(properties: Properties, codeField?: string): string | null {
  return firstText(properties, codeField === undefined ? CODE_KEYS : [codeField.toLowerCase()])
}
