import type { z } from 'zod'
import type { Output } from '../../contract/actions'
import type { reasonCode } from '../../contract/recruitment'
import { RULES } from '../../domain/recruitment/rules'
import { fenceRef } from '../fences/fence-ref'
import type { RecruitmentRow } from './store'

type View = Output<'recruitment.scan'>
export type Reason = z.infer<typeof reasonCode>

/** What the resident's phone sees; nothing of where it was but the verdict. */
export function showRecruitment(row: RecruitmentRow): View {
  const { declared_area_id, area_level, area_name } = row
  const area =
    declared_area_id && area_level && area_name
      ? { id: declared_area_id, level: area_level, name: area_name }
      : null
  return {
    id: row.id,
    state: row.state,
    who: {
      unit: row.org_name,
      promoterName: row.promoter_id ? row.promoter_name : null,
      verified: true,
      hotline: '96110',
    },
    fence: fenceRef(row),
    place: row.place_verdict
      ? { verdict: row.place_verdict, rule: row.place_rule ?? '', area }
      : null,
    reasons: row.reasons as Reason[],
    expiresAt: row.expires_at.toISOString(),
    alreadyVolunteer: row.already_volunteer,
    points: row.state === 'credited' ? RULES.volunteerPoints : 0,
  }
}
