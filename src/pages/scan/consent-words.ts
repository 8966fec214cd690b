/** What joining means, in five plain sentences; the server keeps which version was agreed to. */
export const RULES = [
  '学一篇短课、答三道题，大约三分钟，全部免费。',
  '学完就是反诈志愿者，记在刚才这个单位名下，没有任何任务。',
  '不要您的身份证、银行卡、密码、验证码，也不要手机号。',
  '只记下：谁教的您、什么时候、学的哪一课、年龄段。',
  '想退出，随时在「我的」里撤回授权；有疑问拨 96110。',
] as const

export const AGE_BANDS = [
  { band: 'under14', name: '未满 14 岁' },
  { band: '14to17', name: '14–17 岁' },
  { band: '18to59', name: '18–59 岁' },
  { band: '60plus', name: '60 岁以上' },
] as const
