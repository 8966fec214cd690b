import type { Output } from '../../contract/actions'
import type { PlaceRule } from '../../domain/fences/verdict'

type Row = Output<'recruitment.list'>['items'][number]
export type RecruitmentState = Row['state']
export type ReasonCode = Row['reasons'][number]
export type Verdict = NonNullable<Row['verdict']>

export const STATE_WORDS: Readonly<Record<RecruitmentState, string>> = {
  scanned: '已扫码',
  consented: '已授权',
  learned: '已学完',
  credited: '已计分',
  held: '待核',
  refused: '不计分',
  expired: '已过期',
}

export const STATE_EXPLAINED: Readonly<Record<RecruitmentState, string>> = {
  scanned: '居民扫了码，还没有同意授权。',
  consented: '居民已同意规则，正在学习。',
  learned: '短课已学完，还没有通过小测。',
  credited: '学会了、通过了，积分已经入账。',
  held: '已登记为志愿者；积分暂缓，等人工核实。',
  refused: '学习有效，但这次招募不计积分。',
  expired: '14 天内没有学完，或被更晚的一次扫码取代。',
}

/** Why a credit is held or refused: short for a tag, long for the person who must decide. */
export const REASON_WORDS: Readonly<Record<ReasonCode, { short: string; long: string }>> = {
  OUTSIDE_FENCE: { short: '围栏外', long: '扫码时的位置明确在宣传员负责的围栏之外。' },
  NEAR_FENCE: { short: '围栏边缘', long: '定位误差圈碰到了围栏，但不能确定人在里面。' },
  PLACE_UNKNOWN: { short: '位置不明', long: '没有取得可用的位置，需要人工核实是否在现场。' },
  DECLARED_ELSEWHERE: { short: '自选村社不符', long: '居民自己选的村社不在这个围栏里。' },
  ENTRY_NOT_SCANNED: {
    short: '不是扫码进入',
    long: '不是用相机对着二维码扫进来的（例如转发的链接）。',
  },
  SCAN_TOO_OLD: { short: '扫码时间过久', long: '扫码到打开相隔超过 2 分钟，可能是转发的截图。' },
  NOT_WECHAT_CLIENT: { short: '非微信打开', long: '不是从微信客户端发起的请求。' },
  ALREADY_VOLUNTEER: { short: '早已是志愿者', long: '对方早已登记，首次有效扫码长期有效。' },
  CODE_REVOKED_MEANWHILE: { short: '二维码已停用', long: '学习途中二维码被停用或过期。' },
  SUPERSEDED: { short: '被新扫码取代', long: '居民后来扫了另一个码，以后一次为准。' },
  NO_FENCE: { short: '没有围栏', long: '这个单位还没有划定围栏，无法比对位置。' },
  REFUSED_BY_PERSON: { short: '人工核实不计分', long: '经人工核实，这次不计分。' },
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  inside: '在围栏内',
  near: '在围栏边缘',
  outside: '在围栏外',
  unknown: '位置不明',
  declared: '居民自选村社',
  placeless: '未提供位置',
}

const UNDECIDED: ReadonlySet<RecruitmentState> = new Set(['scanned', 'consented', 'learned'])

/** The place verdict; without one it tells a comparison still to come from one that never came. */
export function wordsOfVerdict(verdict: Verdict | null, state: RecruitmentState): string {
  if (verdict !== null) return VERDICT_WORDS[verdict]
  return UNDECIDED.has(state) ? '还未比对' : '没有比对'
}

/** Which rule of the place verdict decided, in words; the bounds are those of the domain. */
export const RULE_WORDS: Readonly<Record<PlaceRule, string>> = {
  INSIDE_P75: '人在围栏内的概率不低于 75%',
  INSIDE_P75_ASSUMED_ACCURACY: '手机未报误差，按 65 米估算，在围栏内的概率不低于 75%',
  NEAR_CIRCLE_TOUCHES: '定位误差圈碰到围栏',
  OUTSIDE_CLEAR: '与围栏的距离超过定位误差 30 米以上',
  OUTSIDE_FAR_NO_ACCURACY: '手机未报误差，但离围栏超过 1 公里',
  UNKNOWN_MARGIN: '刚好在误差圈外 30 米以内，不足以否定',
  UNKNOWN_WIDE: '定位误差在 200–300 米，不足以否定',
  UNKNOWN_COARSE: '定位误差超过 300 米，不作为依据',
  UNKNOWN_NO_ACCURACY: '手机未报定位误差，不足以否定',
}

const DECLARED_RULE_WORDS: Readonly<Record<string, string>> = {
  DECLARED_IN_FENCE: '自选的村社在围栏里',
  DECLARED_ELSEWHERE: '自选的村社不在围栏里',
}

const EVENT_WORDS: Readonly<Record<string, string>> = {
  scanned: '扫码',
  consented: '阅读规则并授权',
  located: '比对位置',
  declared: '自己选择村社',
  learned: '读完短课',
  passed: '通过小测',
  failed: '小测未通过，可再答一次',
  credited: '积分入账',
  held: '积分待核',
  refused: '不计积分',
  expired: '过期',
}

/** What happened, in words; a kind that this console does not know yet is shown as it came. */
export function wordsOfEvent(kind: string): string {
  return EVENT_WORDS[kind] ?? kind
}

export function wordsOfRule(rule: string): string {
  if (rule in RULE_WORDS) return RULE_WORDS[rule as PlaceRule]
  return DECLARED_RULE_WORDS[rule] ?? rule
}

export function wordsOfReason(reason: string): { short: string; long: string } {
  return reason in REASON_WORDS
    ? REASON_WORDS[reason as ReasonCode]
    : { short: reason, long: `未登记的原因（${reason}）。` }
}
