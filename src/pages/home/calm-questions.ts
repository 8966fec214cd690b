export interface CalmQuestion {
  id: string
  stem: string
  /** Each answer; a `stop` says why this is the moment to stop, null means it is no alarm. */
  answers: readonly { text: string; stop: string | null }[]
}

/** Written into the program, because it has to work without any network. */
export const CALM_QUESTIONS: readonly CalmQuestion[] = [
  {
    id: 'who',
    stem: '是谁让您转账的？',
    answers: [
      {
        text: '自称公安、检察院、法院、银行监管的人',
        stop: '公检法机关不会在电话里办案，也没有“安全账户”。让您把钱转去“核查”的，一定是诈骗。',
      },
      {
        text: '客服：退款、注销贷款、关闭会员',
        stop: '真客服退款是原路退回，不会让您先转钱、不会让您贷款，更不需要看您的屏幕。',
      },
      {
        text: '网上认识的人、群里的老师或任务派单员',
        stop: '带您投资赚钱、先垫钱做任务，前面给点甜头，后面一分也取不出来。',
      },
      {
        text: '领导、亲戚、朋友发消息来的',
        stop: '头像和声音都能假冒。请挂断后，用您原来存的号码打过去，当面问清再说。',
      },
      { text: '我自己要付的，对方我当面见过', stop: null },
    ],
  },
  {
    id: 'how',
    stem: '对方有没有让您做这些？',
    answers: [
      {
        text: '打开屏幕共享，或下载一个没听过的 App',
        stop: '屏幕共享会让骗子看见您的密码和验证码。请马上关掉共享，断开网络。',
      },
      {
        text: '把验证码、密码告诉他',
        stop: '验证码就是您家的钥匙，谁要都不能给。',
      },
      {
        text: '不许告诉家里人，不许挂电话',
        stop: '怕您问别人，就是怕骗局被拆穿。正经事都不怕您问一问家里人。',
      },
      {
        text: '先交保证金、解冻费、手续费',
        stop: '钱没到手就要先交钱，交完一笔还有下一笔，都是骗局。',
      },
      { text: '都没有', stop: null },
    ],
  },
  {
    id: 'hurry',
    stem: '他催您了吗？',
    answers: [
      {
        text: '催得很急，说晚了就来不及',
        stop: '越催越要停。真着急的事，等您打个电话问清楚，也来得及。',
      },
      {
        text: '说是好机会，错过就没了',
        stop: '稳赚不赔的机会，轮不到陌生人来告诉您。',
      },
      { text: '没有催我', stop: null },
    ],
  },
]

/** The reasons to stop among the chosen answers, in the order of the questions. */
export function stopReasons(chosen: readonly (number | undefined)[]): string[] {
  return CALM_QUESTIONS.flatMap((question, at) => {
    const answer = chosen[at]
    const stop = answer === undefined ? null : question.answers[answer]?.stop
    return stop ? [stop] : []
  })
}
