/** What publishers add to a place's name or leave out, longest first. */
const SUFFIXES = [
  '街道办事处',
  '乡人民政府',
  '镇人民政府',
  '人民政府',
  '村民委员会',
  '居民委员会',
  '办事处',
  '民族乡',
  '自治县',
  '行政村',
  '村委会',
  '居委会',
  '社区',
  '街道',
  '地区',
  '苏木',
  '嘎查',
  '村',
  '镇',
  '乡',
  '县',
  '市',
  '区',
]
/** 白沙路街道 and 白沙街道 are one street office in two lists. */
const WAYS = /[路街道]$/
const STEM_MIN = 2

/** Why two names may mean one place: another way to write it, or another suffix. */
export type Likeness = 'SPELLING' | 'SUFFIX'

/** The name without spaces, full-width letters and marks: what is left must differ to be another. */
export function spellingOf(name: string): string {
  return name.normalize('NFKC').replace(/[\s·•・]+/gu, '')
}

function withoutPrefix(name: string, above: readonly string[]): string {
  const prefix = above
    .flatMap((area) => [spellingOf(area), stemOf(spellingOf(area))])
    .sort((a, b) => b.length - a.length)
    .find((one) => name.startsWith(one) && name.length - one.length >= STEM_MIN)
  return prefix === undefined ? name : name.slice(prefix.length)
}

function stemOf(name: string): string {
  const suffix = SUFFIXES.find((one) => name.endsWith(one) && name.length - one.length >= STEM_MIN)
  return suffix === undefined ? name : stemOf(name.slice(0, -suffix.length))
}

function rootOf(name: string, above: readonly string[]): string {
  const stem = stemOf(withoutPrefix(spellingOf(name), above))
  return stem.length > STEM_MIN ? stem.replace(WAYS, '') : stem
}

/**
 * Whether two different names below the areas `above` (names, outermost first) may mean the same
 * place; null when nothing speaks for it. Only a question to ask, never an answer.
 */
export function likenessOf(a: string, b: string, above: readonly string[]): Likeness | null {
  if (spellingOf(a) === spellingOf(b)) return 'SPELLING'
  return rootOf(a, above) === rootOf(b, above) ? 'SUFFIX' : null
}
