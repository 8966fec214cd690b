import type { Output } from '../../contract/actions'

type View = Output<'recruitment.mine'>['recruitment']
/** Why a credit is held or refused. */
export type ReasonCode = NonNullable<View>['reasons'][number]

export const REASON_WORDS: Record<ReasonCode, string> = {
  OUTSIDE_FENCE: '定位显示您不在这位宣传员负责的范围内',
  NEAR_FENCE: '定位显示您在宣传范围的边上，离得很近',
  PLACE_UNKNOWN: '这次没有位置信息，没法确认是不是在现场',
  DECLARED_ELSEWHERE: '您选择的村（社区）不在这位宣传员负责的范围内',
  ENTRY_NOT_SCANNED: '这次不是用相机当面扫的码（比如识别了转发来的图片）',
  SCAN_TOO_OLD: '从扫码到完成隔得太久了',
  NOT_WECHAT_CLIENT: '这次不是在微信里打开的',
  ALREADY_VOLUNTEER: '您之前已经是志愿者了，不重复计数',
  CODE_REVOKED_MEANWHILE: '学习期间，这个二维码被停用了',
  SUPERSEDED: '后来又扫了另一个码，以新的那次为准',
  NO_FENCE: '这个二维码还没有划定宣传范围',
  REFUSED_BY_PERSON: '工作人员核实后，这次没有计分',
}

/** Words for a reason that came as plain text; an unknown one says so instead of vanishing. */
export function reasonWords(code: string): string {
  return code in REASON_WORDS ? REASON_WORDS[code as ReasonCode] : '需要工作人员看一看'
}
