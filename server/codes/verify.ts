import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { codeByScene } from './store'

export async function verify(
  ctx: Ctx,
  input: Parsed<'codes.verify'>,
): Promise<Output<'codes.verify'>> {
  const code = await codeByScene(ctx.tx, input.scene)
  if (!code) throw new RuleError('CODE_UNKNOWN')
  return {
    state: code.state,
    kind: code.kind,
    unit: code.org_name,
    promoterName: code.promoter_id ? code.promoter_name : null,
    validTo: code.valid_to?.toISOString() ?? null,
    hotline: '96110',
  }
}
