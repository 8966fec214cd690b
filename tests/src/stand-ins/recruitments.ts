import type { Output } from '../../../contract/actions'

type Recruitment = Output<'recruitment.scan'>

/** A recruitment of a market stall's code, just scanned unless told otherwise. */
export function aRecruitment(part: Partial<Recruitment> = {}): Recruitment {
  return {
    id: '00000000-0000-4000-8000-0000000000aa',
    state: 'scanned',
    who: { unit: '白鹭湖派出所', promoterName: '王警官', verified: true, hotline: '96110' },
    fence: null,
    place: null,
    reasons: [],
    expiresAt: '2030-01-01T00:00:00Z',
    alreadyVolunteer: false,
    points: 0,
    ...part,
  }
}

export const LESSON: Output<'recruitment.lesson'> = {
  title: '点个赞就给钱？',
  fraudType: '刷单返利',
  readingSeconds: 90,
  spoken: '街坊们，先垫钱的任务都是骗局。',
  blocks: [{ kind: 'text', text: '先给甜头，再让您垫钱。' }],
  source: { name: '反诈中心', asOf: '2026-11-01' },
}

export const QUESTIONS: Output<'recruitment.questions'> = {
  questions: ['q1', 'q2', 'q3'].map((id) => ({
    id,
    stem: `${id} 怎么办？`,
    options: [
      { id: 'a', text: '先转' },
      { id: 'b', text: '打 96110' },
    ],
  })),
}
