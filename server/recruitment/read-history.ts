import type { Output, Parsed } from '../../contract/actions'
import { entriesOfSource } from '../ledger/store'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { assertInScope, scopeOf } from '../platform/scope'
import { type Reason, showRecruitment } from './show-recruitment'
import { eventsOf, recruitmentById } from './store'

type History = Output<'recruitment.history'>

export async function readHistory(
  ctx: Ctx,
  input: Parsed<'recruitment.history'>,
): Promise<History> {
  const scope = await scopeOf(ctx)
  const row = await recruitmentById(ctx.tx, input.recruitmentId)
  if (!row) throw new RuleError('NOT_FOUND')
  assertInScope(scope, row.org_id)
  const events = await eventsOf(ctx.tx, row.id)
  const entries = await entriesOfSource(ctx.tx, 'recruitment', row.id)
  return {
    id: row.id,
    displayName: row.learner_name,
    promoterName: row.promoter_id ? row.promoter_name : null,
    org: { id: row.org_id, kind: row.org_kind, name: row.org_name },
    fence: showRecruitment(row).fence,
    fenceVersion: row.place_fence_version,
    verdict: row.place_verdict,
    rule: row.place_rule,
    cell: row.place_cell,
    ruleVersion: row.rule_version,
    state: row.state,
    reasons: row.reasons as Reason[],
    events: events.map(({ at, kind, detail }) => ({
      at: at.toISOString(),
      kind,
      detail: detail as History['events'][number]['detail'],
    })),
    entries: entries.map((entry) => ({
      displayName: entry.name,
      what: entry.what,
      points: entry.points,
      at: entry.at.toISOString(),
    })),
  }
}
