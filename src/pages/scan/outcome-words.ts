import type { IconName } from '../../components/Icon'
import type { Recruitment } from './scan-steps'

interface Words {
  tone: 'good' | 'info'
  icon: IconName
  title: string
  hint: string
}

/** Everybody who learned is welcomed, whatever became of the credit. */
export function outcomeWords({ state, reasons, who }: Recruitment): Words {
  const by = who.promoterName ? `${who.unit} ${who.promoterName}` : who.unit
  if (reasons.includes('ALREADY_VOLUNTEER')) {
    return {
      tone: 'info',
      icon: 'shield',
      title: '又学会一课，真棒！',
      hint: '您早就是反诈志愿者了，这次不重复计数。',
    }
  }
  if (state === 'credited') {
    return {
      tone: 'good',
      icon: 'check',
      title: '欢迎成为反诈志愿者！',
      hint: `带会您的是：${by}`,
    }
  }
  if (state === 'held') {
    return {
      tone: 'info',
      icon: 'clock',
      title: '欢迎成为反诈志愿者！',
      hint: '您已经学会了。这次的计数先放一放，等工作人员看一眼。',
    }
  }
  return {
    tone: 'info',
    icon: 'shield',
    title: '欢迎成为反诈志愿者！',
    hint: '您已经学会了，志愿者身份照样有，只是这次不给宣传员计数。',
  }
}
