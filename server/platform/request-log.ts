import { createHash } from 'node:crypto'
import type { Tx } from './database'
import { type Refusal, RuleError } from './rule-error'

/** What a door answers: the envelope without its transport. */
export type Answer = { readonly ok: true; readonly data: unknown } | Refusal

export interface RequestKey {
  readonly actor: string
  readonly requestId: string
  readonly action: string
  readonly bodyHash: Buffer
}

/** The parsed input is hashed, so the order of its fields does not matter. */
export function bodyHashOf(action: string, input: unknown): Buffer {
  return createHash('sha256')
    .update(`${action}\0${JSON.stringify(input)}`)
    .digest()
}

/**
 * Claims the request id inside the transaction. A second call with the same id waits here until
 * the first has ended, then gets its stored answer. Null: this call is the first. Throws
 * REQUEST_ID_REUSED for another body.
 */
export async function claimRequest(tx: Tx, key: RequestKey, now: Date): Promise<Answer | null> {
  const claimed = await tx
    .insertInto('request')
    .values({
      actor: key.actor,
      request_id: key.requestId,
      action: key.action,
      body_hash: key.bodyHash,
      answer: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request_id')
    .executeTakeFirst()
  if (claimed) return null
  const before = await tx
    .selectFrom('request')
    .select(['body_hash', 'answer'])
    .where('actor', '=', key.actor)
    .where('request_id', '=', key.requestId)
    .executeTakeFirstOrThrow()
  if (!before.body_hash.equals(key.bodyHash)) throw new RuleError('REQUEST_ID_REUSED')
  return before.answer as Answer
}

export async function storeAnswer(tx: Tx, key: RequestKey, answer: Answer): Promise<void> {
  await tx
    .updateTable('request')
    .set({ answer: JSON.stringify(answer) })
    .where('actor', '=', key.actor)
    .where('request_id', '=', key.requestId)
    .execute()
}
