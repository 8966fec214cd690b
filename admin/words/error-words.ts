import type { ErrorCode } from '../../contract/errors'
import { ApiError, type TransportCode } from '../api/api-error'

/** What went wrong and what to do next, for every refusal a door or the network can give. */
export const ERROR_WORDS: Readonly<Record<ErrorCode | TransportCode, string>> = {
  NETWORK: '网络没有连上。请检查网络，再试一次。',
  TIMEOUT: '服务器很久没有回应。请稍等片刻，再试一次。',
  BAD_ANSWER: '收到的内容不完整，可能是网络中途断了。请再试一次。',
  BAD_JSON: '提交的内容没有传完整。请刷新页面后再试。',
  BAD_INPUT: '有内容不符合要求，请检查后再提交。',
  REQUEST_ID_REQUIRED: '页面版本过旧，请刷新页面后再试。',
  UNAUTHENTICATED: '还没有登录，请先登录。',
  SESSION_EXPIRED: '登录已过期，请重新登录。',
  FORBIDDEN: '您的角色不能看或做这一项。如工作需要，请联系中心管理员。',
  OWN_APPLICATION: '不能审批自己的申请，请另一位负责人处理。',
  BOARDS_OFF: '本单位已关闭榜单。',
  UNKNOWN_ACTION: '这项功能在当前版本没有开放。',
  NOT_FOUND: '没有找到，可能不在您的管辖范围，或已不存在。',
  CODE_UNKNOWN: '没有这个二维码。',
  REQUEST_ID_REUSED: '这次操作与之前的记录冲突。请刷新页面，确认结果后再试。',
  CODE_REVOKED: '这个二维码已经停用了。',
  CODE_EXPIRED: '这个二维码已经过期。',
  WRONG_STEP: '当前步骤不能做这件事，请刷新后再看。',
  RECRUITMENT_EXPIRED: '这次招募已经过期。',
  ALREADY_APPLIED: '已经有一份申请在等待审批。',
  ALREADY_PROMOTER: '对方已经是宣传员了。',
  ALREADY_DECIDED: '这份申请已经有人处理过了，列表已为您更新。',
  ORG_CLOSED: '这个单位暂不接收申请。',
  BODY_TOO_LARGE: '提交的内容太大了，请精简后再试。',
  COORDINATES_OUTSIDE_CHINA: '坐标不在中国境内，请检查坐标系和经纬度顺序。',
  SELF_RECRUIT: '不能扫自己的二维码。',
  STAFF_NOT_RECRUITED: '工作人员不参加志愿者招募。',
  UNDER_AGE: '未满 14 周岁不能登记为志愿者。',
  QUESTION_NOT_ASKED: '答题内容与题目不符，请刷新后再试。',
  PERIOD_UNKNOWN: '没有这个统计周期。',
  GEOJSON_INVALID: '地图文件格式不对，请检查后重新导入。',
  GEOMETRY_TOO_LARGE: '围栏的形状太复杂，请简化后再导入。',
  CSV_INVALID: '表格文件格式不对，请检查后重新导入。',
  TOO_MANY_REQUESTS: '操作太频繁了，请等一分钟再试。',
  INTERNAL: '服务器出了点问题，我们已记录。请稍后再试。',
  UNAVAILABLE: '服务正在启动或维护，请稍等片刻再试。',
}

/** The words of any failure; anything unforeseen says honestly that it is unforeseen. */
export function wordsOfError(error: unknown): string {
  if (error instanceof ApiError) return ERROR_WORDS[error.code] ?? `未知问题（${error.code}）。`
  return '页面遇到了没有预料到的问题，请刷新后再试。'
}
