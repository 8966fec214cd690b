import { codeOf, type FaceErrorCode } from './api-error'

interface Words {
  title: string
  hint: string
}

/** What a resident reads instead of a code: what happened, and what to do now. */
export const ERROR_WORDS: Record<FaceErrorCode, Words> = {
  BAD_JSON: { title: '没能提交成功', hint: '请再试一次，还不行就退出重进。' },
  BAD_INPUT: { title: '有一项填得不对', hint: '请检查一下填写的内容，再提交。' },
  REQUEST_ID_REQUIRED: { title: '没能提交成功', hint: '请退出重进，再试一次。' },
  UNAUTHENTICATED: { title: '请先登录', hint: '登录后就能继续，文章不登录也能看。' },
  SESSION_EXPIRED: { title: '登录过期了', hint: '请重新登录，刚才的进度还在。' },
  FORBIDDEN: { title: '您没有这项权限', hint: '如果觉得不对，请联系所在单位。' },
  OWN_APPLICATION: { title: '不能审批自己的申请', hint: '请让另一位负责人来审批。' },
  BOARDS_OFF: { title: '这里不排榜', hint: '本单位关闭了榜单，学习和积分不受影响。' },
  UNKNOWN_ACTION: { title: '这里还没有这项功能', hint: '请更新到最新版本再试。' },
  NOT_FOUND: { title: '没有找到', hint: '内容可能已经下架，去看看别的吧。' },
  CODE_UNKNOWN: {
    title: '查不到这个二维码',
    hint: '它不是反诈中心发出的码。请不要填写任何信息，可以拨打 96110 核实。',
  },
  REQUEST_ID_REUSED: { title: '这一步已经提交过了', hint: '请退出重进，看看最新的进度。' },
  CODE_REVOKED: {
    title: '这个二维码已经停用',
    hint: '请向身边的宣传员要一个新的码，有疑问拨打 96110。',
  },
  CODE_EXPIRED: { title: '这个二维码过期了', hint: '请让宣传员刷新二维码，再扫一次。' },
  WRONG_STEP: { title: '这一步已经走过了', hint: '请接着当前的步骤往下做。' },
  RECRUITMENT_EXPIRED: { title: '这次学习已经过期', hint: '请重新扫一次宣传员的二维码。' },
  ALREADY_APPLIED: { title: '您已经申请过了', hint: '单位正在审批，请耐心等一等。' },
  ALREADY_PROMOTER: { title: '您已经是宣传员了', hint: '请到「我的」打开工作台。' },
  ALREADY_DECIDED: { title: '这份申请已经处理过了', hint: '请刷新看看结果。' },
  ORG_CLOSED: { title: '这个单位暂不接受申请', hint: '请换一个单位，或联系反诈中心。' },
  BODY_TOO_LARGE: { title: '内容太长了', hint: '请删短一些再提交。' },
  COORDINATES_OUTSIDE_CHINA: {
    title: '定位好像不太准',
    hint: '您可以自己选择所在的村或社区，一样能学。',
  },
  SELF_RECRUIT: { title: '这是您自己的二维码', hint: '请让身边的街坊来扫，自己扫不算数。' },
  STAFF_NOT_RECRUITED: {
    title: '工作人员不计入志愿者',
    hint: '您可以照常看文章、学课程，只是不算带会人数。',
  },
  UNDER_AGE: { title: '未满 14 岁不用登记', hint: '可以和家长一起看文章，不收集任何信息。' },
  QUESTION_NOT_ASKED: { title: '题目换过了', hint: '请按新的题目再答一次。' },
  PERIOD_UNKNOWN: { title: '没有这一期榜单', hint: '请换一个时间看看。' },
  GEOJSON_INVALID: { title: '围栏文件不对', hint: '请检查文件格式后再传。' },
  GEOMETRY_TOO_LARGE: { title: '围栏太复杂了', hint: '请简化后再传。' },
  CSV_INVALID: { title: '表格格式不对', hint: '请对照模板检查后再传。' },
  TOO_MANY_REQUESTS: { title: '操作太快了', hint: '请歇一歇，过一分钟再试。' },
  INTERNAL: { title: '服务出了点问题', hint: '不是您的操作问题，请稍后再试。' },
  UNAVAILABLE: { title: '服务正忙', hint: '请稍等片刻再试，已做的进度不会丢。' },
  NETWORK: { title: '网络不通', hint: '请检查网络后点「再试一次」，已做的进度不会丢。' },
  TIMEOUT: { title: '网络太慢了', hint: '请换个信号好的地方，再试一次。' },
  BAD_ANSWER: { title: '页面出了点问题', hint: '请再试一次，还不行就退出重进。' },
}

/** The words for anything that was thrown. */
export function wordsOf(error: unknown): Words {
  return ERROR_WORDS[codeOf(error)]
}
