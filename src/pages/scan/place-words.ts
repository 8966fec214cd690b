import type { PlaceAnswer } from '../../device/location'
import type { Recruitment } from './scan-steps'

type Verdict = NonNullable<Recruitment['place']>['verdict']

interface Words {
  tone: 'good' | 'info' | 'warn'
  title: string
  hint: string
}

/** The verdict about a place as a neighbour would say it; outside never stops the lesson. */
export const VERDICT_WORDS: Record<Verdict, Words> = {
  inside: { tone: 'good', title: '您就在宣传范围里', hint: '位置已核对，没有保存。' },
  near: {
    tone: 'info',
    title: '您就在宣传范围边上',
    hint: '离得很近，学完由工作人员看一眼就好。',
  },
  outside: {
    tone: 'warn',
    title: '您不在这位宣传员的范围里',
    hint: '不影响学习，照样能成为志愿者，只是这次不计入带会人数。',
  },
  unknown: {
    tone: 'warn',
    title: '手机定位不太准',
    hint: '可以自己选一下所在的村或社区，也可以直接往下学。',
  },
  declared: { tone: 'good', title: '已记下您选的地方', hint: '谢谢，接着往下学吧。' },
  placeless: { tone: 'info', title: '这次没有位置', hint: '不影响学习。' },
}

/** Why the phone gave no place, and that it does not matter. */
export const NO_PLACE_WORDS: Record<Exclude<PlaceAnswer['kind'], 'found'>, string> = {
  refused: '手机没有允许定位。没关系，自己选一下所在的村或社区就行。',
  timeout: '定位等得太久了。没关系，自己选一下所在的村或社区就行。',
  unavailable: '这部手机现在定不了位。没关系，自己选一下所在的村或社区就行。',
}
