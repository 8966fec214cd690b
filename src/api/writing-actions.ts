import type { ActionName } from '../../contract/actions'

/** Actions that change something and so carry a requestId; a test holds this equal to contract/. */
export const WRITING_ACTIONS: readonly ActionName[] = [
  'session.end',
  'members.setConsent',
  'promoters.apply',
  'recruitment.scan',
  'recruitment.consent',
  'recruitment.locate',
  'recruitment.declare',
  'recruitment.finishLesson',
  'recruitment.answer',
]
