import type { Tx } from '../platform/database'

export interface Persona {
  readonly openid: string
  readonly name: string
  readonly title: string
  readonly story: string
  readonly face: 'mini' | 'console'
}

export async function insertSession(
  tx: Tx,
  session: { hash: Buffer; memberId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: session.hash,
      member_id: session.memberId,
      created_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function endSession(tx: Tx, hash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', hash)
    .where('ended_at', 'is', null)
    .execute()
}

const PERSONAS = 'demo.personas'

export async function personas(tx: Tx): Promise<Persona[]> {
  const row = await tx
    .selectFrom('setting')
    .select('value')
    .where('name', '=', PERSONAS)
    .executeTakeFirst()
  return (row?.value as { items: Persona[] } | undefined)?.items ?? []
}

export async function savePersonas(tx: Tx, items: readonly Persona[]): Promise<void> {
  const value = JSON.stringify({ items })
  await tx
    .insertInto('setting')
    .values({ name: PERSONAS, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
