/** Numbers that may be printed: the police, the anti-fraud line, the warning text messages. */
const OFFICIAL_NUMBERS = new Set(['110', '119', '120', '96110', '12381', '12306'])

/** Words that promise a benefit; `领导` is a person, not a gift (share rule S3, 运营规范 5.1). */
const BENEFIT_WORDS = /赚|领(?!导)|得积分|奖|红包|礼品|转发/u

/** Figures seen in print that are unit slips, unsourced or mismatched: never to be repeated. */
const FORBIDDEN_FIGURES = /2170\.7|39\.1\s*万|2770\s*亿|48\.7\s*万|154\.7\s*万/u

const MARKUP = /<\/?[a-z!][^>]*>|&(?:[a-z]+|#\d+);/iu
const LINK = /https?:|www\.|[a-z0-9-]+\.(?:com|cn|net|org|top|xyz|vip|cc)\b/iu
const LEFTOVER_MARK = /\*\*|__|~~|!?\[[^\]]*\]\(/u
const STATISTIC = /[\d.]+\s*[%％]|[\d.]+\s*(?:亿|万(?:起|人|条|次|名))/u
const YEAR = /20\d\d\s*年/u

/** Runs that look like a telephone: mobile, landline with area code, 400 line, short service code. */
const TELEPHONE =
  /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[- ]\d{7,8}|[48]00[- ]?\d{3}[- ]?\d{4}|1[012]\d{3}|9[56]\d{3,4}|1[12]\d)(?![\d.%％]|\s*[元块万千亿年月日天个条人次岁起斤])/gu
const SPACED_DIGITS = /\d(?:[ -]?\d)*[Xx]?/gu

/** Benefit words in a text that may become a share card, or null. */
export function benefitWord(text: string): string | null {
  return BENEFIT_WORDS.exec(text)?.[0] ?? null
}

export function forbiddenFigure(text: string): string | null {
  return FORBIDDEN_FIGURES.exec(text)?.[0] ?? null
}

/** HTML, an entity, or a Markdown mark that the parser left standing as text. */
export function markup(text: string): string | null {
  return (MARKUP.exec(text) ?? LEFTOVER_MARK.exec(text))?.[0] ?? null
}

export function link(text: string): string | null {
  return LINK.exec(text)?.[0] ?? null
}

/** Telephone-like numbers other than the official ones. */
export function strangeTelephones(text: string): readonly string[] {
  return (text.match(TELEPHONE) ?? []).filter((number) => !OFFICIAL_NUMBERS.has(number))
}

/** Runs of exactly 11 or 18 digits (18 may end in X), spaced or not: phone and identity numbers. */
export function personalNumbers(text: string): readonly string[] {
  return (text.match(SPACED_DIGITS) ?? []).filter((run) =>
    [11, 18].includes(run.replace(/[ -]/gu, '').length),
  )
}

/** A percentage or a national-size count printed without its year. */
export function undatedStatistic(text: string): string | null {
  const found = STATISTIC.exec(text)
  return found && !YEAR.test(text) ? found[0] : null
}
