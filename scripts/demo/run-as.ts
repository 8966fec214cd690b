import { randomUUID } from 'node:crypto'
import type { ActionName, Output, Parsed } from '../../contract/actions'
import type { FenceMemory } from '../../server/fences/fence-memory'
import type { Ctx } from '../../server/platform/context'
import type { Tx } from '../../server/platform/database'
import { memberFrom } from '../../server/platform/identity'
import type { Secrets } from '../../server/platform/secrets'
import { VERBS } from '../../server/verbs'

export interface DemoWorld {
  readonly tx: Tx
  readonly secrets: Secrets
  readonly fences: FenceMemory
}

/** What happens in the demo happens through the product's own verbs, at a chosen time. */
export async function runAs<N extends ActionName>(
  world: DemoWorld,
  who: { openid: string; now: Date },
  action: N,
  input: Parsed<N>,
): Promise<Output<N>> {
  const people = { now: who.now, newId: randomUUID, secrets: world.secrets }
  const identity = { kind: 'openid', openid: who.openid, source: 'local' } as const
  const member = await memberFrom(world.tx, identity, people)
  const ctx: Ctx = { ...people, tx: world.tx, fences: world.fences, member, source: 'local' }
  const verb = VERBS[action] as (ctx: Ctx, input: Parsed<N>) => Promise<Output<N>>
  return verb(ctx, input)
}
