import type { Output } from '../../contract/actions'
import { CODE_KIND_WORDS } from './people-words'
import { VERDICT_WORDS, wordsOfReason, wordsOfRule } from './recruitment-words'

type Detail = Output<'recruitment.history'>['events'][number]['detail']
type Json = Detail[string]

const ENTRY_SCENES: Readonly<Record<string, string>> = {
  '1011': '相机扫二维码进入',
  '1047': '相机扫小程序码进入',
  '1007': '从聊天卡片进入',
  '1012': '长按识别二维码进入',
  '1013': '从相册选二维码进入',
}

const named = (words: object, key: Json) =>
  Object.entries(words).find(([one]) => one === key)?.[1] ?? String(key)

/** How each known fact of an event reads; null leaves the fact out. */
const FACTS: Readonly<Record<string, (value: Json, all: Detail) => string | null>> = {
  codeKind: (value) => named(CODE_KIND_WORDS, value),
  entryScene: (value) =>
    value === null ? '平台没有给出入口' : (ENTRY_SCENES[String(value)] ?? `微信入口 ${value}`),
  location: (value) => (value === true ? '同意比对位置' : '不提供位置'),
  publicName: (value) => (value === true ? '同意公开称呼' : '榜单使用化名'),
  lesson: (value) => `短课编号 ${value}`,
  verdict: (value) => named(VERDICT_WORDS, value),
  rule: (value) => wordsOfRule(String(value)),
  distanceBucket: (value) => distanceInWords(value),
  area: (value) => String(value),
  right: (value, all) => `答对 ${value} 题，共 ${all.of ?? '?'} 题`,
  of: () => null,
  reasons: (value) =>
    Array.isArray(value) && value.length > 0
      ? value.map((reason) => wordsOfReason(String(reason)).short).join('、')
      : null,
  byPerson: (value) => (value === true ? '人工核实' : null),
  reason: (value) => `理由：${value}`,
  ruleVersion: (value) => `规则版本 ${value}`,
}

function distanceInWords(bucket: Json): string | null {
  if (typeof bucket !== 'number') return null
  if (bucket === 0) return '距围栏边界不到 50 米'
  return bucket >= 3000 ? '距围栏边界 3 公里以上' : `距围栏边界 ${bucket} 米以上`
}

const ORDER = Object.keys(FACTS)

/** The database keeps no order of keys; people read in the order of the facts above. */
function byReadingOrder([a]: [string, Json], [b]: [string, Json]): number {
  const place = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length)
  return place(a) - place(b)
}

/** The facts of one event as short Chinese phrases; unknown ones are shown as they came. */
export function wordsOfDetail(detail: Detail): readonly string[] {
  return Object.entries(detail)
    .sort(byReadingOrder)
    .flatMap(([key, value]) => {
      const fact = FACTS[key]
      const words = fact === undefined ? `${key}:${JSON.stringify(value)}` : fact(value, detail)
      return words === null ? [] : [words]
    })
}
