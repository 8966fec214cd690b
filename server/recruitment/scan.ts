import type { Output, Parsed } from '../../contract/actions'
import { decideScan, scanAgeSeconds } from '../../domain/recruitment/decide-scan'
import { RULES } from '../../domain/recruitment/rules'
import { codeByScene } from '../codes/store'
import { type Ctx, callerOf } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { assertUsable } from './assert-usable'
import { showRecruitment } from './show-recruitment'
import { addEvent, insertRecruitment, isBound, lockOpenOf, updateRecruitment } from './store'
import { reread } from './take-step'

const DAY_MS = 86_400_000

export async function scan(
  ctx: Ctx,
  input: Parsed<'recruitment.scan'>,
): Promise<Output<'recruitment.scan'>> {
  const code = await codeByScene(ctx.tx, input.scene)
  assertUsable(code, callerOf(ctx))
  const memberId = callerOf(ctx).id
  const open = await lockOpenOf(ctx.tx, memberId)
  const decision = decideScan(
    open
      ? { codeId: open.code_id, expiresAtMs: open.expires_at.getTime(), place: open.place_verdict }
      : null,
    { codeId: code.id, atMs: ctx.now.getTime() },
  )
  if (open && decision === 'resume') return showRecruitment(await reread(ctx, open.id))
  if (open) await closeEarlier(ctx, open.id, open.expires_at <= ctx.now ? [] : ['SUPERSEDED'])
  const id = ctx.newId()
  const made = await insertRecruitment(ctx.tx, {
    id,
    member_id: memberId,
    code_id: code.id,
    promoter_id: code.promoter_id,
    org_id: code.org_id,
    fence_id: code.fence_id,
    already_volunteer: await isBound(ctx.tx, memberId),
    entry_scene: input.entryScene ?? null,
    scan_age_seconds: scanAgeSeconds(ctx.now.getTime(), input.scannedAtSeconds),
    scanned_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + RULES.openDays * DAY_MS),
  })
  // A scan of the same person at the same moment came first: both phones continue with that one.
  const standing = made ? null : await lockOpenOf(ctx.tx, memberId)
  if (!made && !standing) throw new RuleError('UNAVAILABLE')
  if (made)
    await addEvent(ctx.tx, {
      recruitmentId: id,
      at: ctx.now,
      kind: 'scanned',
      detail: { codeKind: code.kind, entryScene: input.entryScene ?? null },
    })
  return showRecruitment(await reread(ctx, standing?.id ?? id))
}

async function closeEarlier(ctx: Ctx, id: string, reasons: string[]): Promise<void> {
  await updateRecruitment(ctx.tx, id, { state: 'expired', reasons })
  await addEvent(ctx.tx, { recruitmentId: id, at: ctx.now, kind: 'expired', detail: { reasons } })
}
