import { sql } from 'kysely'
import type { Role } from '../../contract/roles'
import { residentNickname } from '../../domain/members/nickname'
import type { CallSource, Member } from './context'
import type { Tx } from './database'
import { RuleError } from './rule-error'
import { type Secrets, tokenHash } from './secrets'

/** Who the platform says is calling. Never made from an action's input. */
export type Identity =
  | { readonly kind: 'nobody'; readonly source: CallSource }
  | { readonly kind: 'session'; readonly token: string; readonly source: CallSource }
  | { readonly kind: 'openid'; readonly openid: string; readonly source: CallSource }

const rolesOf = sql<{ role: Role; orgId: string | null }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', a.role, 'orgId', a.org_id))
  from role_assignment a where a.member_id = member.id and a.until is null), '[]')`

/** Resolves an identity to a member; throws UNAUTHENTICATED or SESSION_EXPIRED for dead tokens. */
export async function memberFrom(
  tx: Tx,
  identity: Identity,
  deps: { now: Date; newId: () => string; secrets: Secrets },
): Promise<Member | null> {
  if (identity.kind === 'nobody') return null
  if (identity.kind === 'session') return memberOfSession(tx, identity.token, deps.now)
  const id = await memberIdOfOpenid(tx, identity.openid, deps)
  const row = await tx
    .selectFrom('member')
    .select(['id', 'nickname', rolesOf.as('roles')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...row, tokenHash: null }
}

async function memberOfSession(tx: Tx, token: string, now: Date): Promise<Member> {
  const hash = tokenHash(token)
  const row = await tx
    .selectFrom('session')
    .innerJoin('member', 'member.id', 'session.member_id')
    .select(['member.id', 'nickname', 'expires_at', 'ended_at', 'closed_at', rolesOf.as('roles')])
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  if (!row || row.ended_at || row.closed_at) throw new RuleError('UNAUTHENTICATED')
  if (row.expires_at <= now) throw new RuleError('SESSION_EXPIRED')
  return { id: row.id, nickname: row.nickname, roles: row.roles, tokenHash: hash }
}

/**
 * The member of an openid, made on first sight. Two first calls at once: the unique key lets one
 * insert win and the other read it.
 */
export async function memberIdOfOpenid(
  tx: Tx,
  openid: string,
  deps: { now: Date; newId: () => string; secrets: Secrets },
): Promise<string> {
  const hmac = deps.secrets.index('openid', openid)
  const find = () =>
    tx.selectFrom('member').select('id').where('openid_hmac', '=', hmac).executeTakeFirst()
  const known = await find()
  if (known) return known.id
  const id = deps.newId()
  const made = await tx
    .insertInto('member')
    .values({
      id,
      openid_hmac: hmac,
      openid_cipher: deps.secrets.encrypt(openid),
      nickname: residentNickname(id),
      created_at: deps.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? (await find())?.id ?? id
}
