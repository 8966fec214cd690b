import type { Output } from '../../../contract/actions'

export type Recruitment = Output<'recruitment.scan'>
export type Question = Output<'recruitment.questions'>['questions'][number]
export type Marked = Output<'recruitment.answer'>

export const STEP_NAMES = [
  '看清是谁',
  '说好规则',
  '人在哪里',
  '学一课',
  '答三题',
  '看结果',
] as const

export type Step = 'who' | 'consent' | 'place' | 'lesson' | 'quiz' | 'outcome' | 'expired'

/** What this phone knows beyond the server's state: taps that need no action of their own. */
export interface Taps {
  /** Has seen who stands there and wants to go on. */
  started: boolean
  /** Has read the verdict about the place, or left the place out. */
  placeDone: boolean
}

/** The screen that belongs to a recruitment; the same after a reload, whatever was tapped. */
export function stepOf(recruitment: Recruitment, taps: Taps): Step {
  switch (recruitment.state) {
    case 'scanned':
      return taps.started ? 'consent' : 'who'
    case 'consented':
      return recruitment.place || taps.placeDone ? 'lesson' : 'place'
    case 'learned':
      return 'quiz'
    case 'expired':
      return 'expired'
    default:
      return 'outcome'
  }
}

const POSITIONS: Record<Step, number> = {
  who: 0,
  consent: 1,
  place: 2,
  lesson: 3,
  quiz: 4,
  outcome: 5,
  expired: 5,
}

export const positionOf = (step: Step): number => POSITIONS[step]
