import { type CreditFacts, decideCredit } from '../../domain/recruitment/decide-credit'
import { RULES } from '../../domain/recruitment/rules'
import { codeById } from '../codes/store'
import { addRole } from '../members/store'
import type { Ctx } from '../platform/context'
import { promoterOf } from '../promoters/store'
import { countingFences } from './counting-fences'
import { postCredit } from './post-credit'
import { addEvent, insertBinding, isBound, type RecruitmentRow, updateRecruitment } from './store'

/**
 * The end of the road: everybody who passed becomes a volunteer; whether it binds and earns credit
 * is decided by the rules over what is known, and stored with their version.
 */
export async function settleCredit(ctx: Ctx, row: RecruitmentRow): Promise<void> {
  let decision = decideCredit(await factsOf(ctx, row), RULES)
  if (decision.outcome !== 'refused') {
    const bound = await insertBinding(ctx.tx, {
      volunteerId: row.member_id,
      promoterId: row.promoter_id,
      orgId: row.org_id,
      fenceId: row.place_fence_id,
      recruitmentId: row.id,
      now: ctx.now,
    })
    if (!bound) decision = { outcome: 'refused', reasons: ['ALREADY_VOLUNTEER'] }
  }
  await addRole(ctx.tx, {
    id: ctx.newId(),
    memberId: row.member_id,
    role: 'volunteer',
    orgId: decision.outcome === 'refused' ? null : row.org_id,
    now: ctx.now,
  })
  const { outcome, reasons } = decision
  await updateRecruitment(ctx.tx, row.id, {
    state: outcome,
    reasons: [...reasons],
    rule_version: RULES.version,
    decided_at: ctx.now,
  })
  await addEvent(ctx.tx, {
    recruitmentId: row.id,
    at: ctx.now,
    kind: outcome,
    detail: { reasons, ruleVersion: RULES.version },
  })
  if (outcome === 'credited') await postCredit(ctx, row)
}

async function factsOf(ctx: Ctx, row: RecruitmentRow): Promise<CreditFacts> {
  const code = await codeById(ctx.tx, row.code_id)
  const promoter = row.promoter_id ? await promoterOf(ctx.tx, row.promoter_id) : null
  const promoterThere = row.promoter_id === null || promoter?.left_at === null
  const index = await ctx.fences.current(ctx.tx, ctx.now)
  return {
    bound: await isBound(ctx.tx, row.member_id),
    codeGood: code?.state === 'active' && promoterThere,
    fencesKnown: index.all.some(countingFences(row)),
    place: row.place_verdict ?? 'placeless',
    declaredInFence: row.place_rule === 'DECLARED_IN_FENCE',
    entryScene: row.entry_scene,
    scanAgeSeconds: row.scan_age_seconds,
    source: ctx.source,
  }
}
