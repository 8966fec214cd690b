import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../../contract/roles'
import type { Tx } from '../platform/database'
import type { Scope } from '../platform/scope'

/** The name others see of `member`: the public one while consented, else the pseudonym. */
export const displayName: RawBuilder<string> = sql<string>`coalesce(member.public_name, member.nickname)`

export async function rolesWithOrg(tx: Tx, memberId: string) {
  return tx
    .selectFrom('role_assignment')
    .leftJoin('org', 'org.id', 'role_assignment.org_id')
    .select(['role', 'org.id', 'org.kind', 'org.name'])
    .where('member_id', '=', memberId)
    .where('until', 'is', null)
    .orderBy('role')
    .execute()
}

export async function displayNameOf(tx: Tx, memberId: string): Promise<string> {
  const row = await tx
    .selectFrom('member')
    .select(displayName.as('name'))
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  return row.name
}

/** Adds a role; adding one that is held changes nothing. */
export async function addRole(
  tx: Tx,
  given: { id: string; memberId: string; role: Role; orgId: string | null; now: Date },
): Promise<void> {
  await tx
    .insertInto('role_assignment')
    .values({
      id: given.id,
      member_id: given.memberId,
      role: given.role,
      org_id: given.orgId,
      since: given.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'role']).where('until', 'is', null).doNothing(),
    )
    .execute()
}

export async function currentConsents(tx: Tx, memberId: string) {
  return tx
    .selectFrom('consent')
    .select(['kind', 'given_at'])
    .where('member_id', '=', memberId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function giveConsent(
  tx: Tx,
  consent: {
    id: string
    memberId: string
    kind: 'rules' | 'location' | 'public_name'
    version: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('consent')
    .values({
      id: consent.id,
      member_id: consent.memberId,
      kind: consent.kind,
      version: consent.version,
      given_at: consent.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'kind']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .execute()
}

export async function withdrawConsent(
  tx: Tx,
  memberId: string,
  kind: 'location' | 'public_name',
  now: Date,
): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: now })
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function setPublicName(tx: Tx, memberId: string, name: string | null): Promise<void> {
  await tx.updateTable('member').set({ public_name: name }).where('id', '=', memberId).execute()
}

export async function setNickname(tx: Tx, memberId: string, nickname: string): Promise<void> {
  await tx.updateTable('member').set({ nickname }).where('id', '=', memberId).execute()
}

export interface MemberFilter {
  readonly scope: Scope
  readonly role?: Role
  readonly orgId?: string
  readonly text?: string
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** A member is in scope by a role held there or by being bound there. */
export async function membersInScope(tx: Tx, filter: MemberFilter) {
  const orgs = filter.orgId ? [filter.orgId] : filter.scope.everything ? null : filter.scope.orgIds
  let query = tx
    .selectFrom('member')
    .leftJoin('binding', 'binding.volunteer_id', 'member.id')
    .leftJoin('member as teacher', 'teacher.id', 'binding.promoter_id')
    .select([
      'member.id',
      displayName.as('name'),
      'member.external_id',
      'member.created_at',
      sql<string>`member.created_at::text`.as('created_key'),
      sql<string | null>`coalesce(teacher.public_name, teacher.nickname)`.as('promoter_name'),
      sql<{ role: Role; orgName: string | null }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('role', a.role, 'orgName', o.name) order by a.role)
        from role_assignment a left join org o on o.id = a.org_id
        where a.member_id = member.id and a.until is null), '[]')`.as('roles'),
    ])
    .where('member.closed_at', 'is', null)
  if (orgs) query = query.where(inOrgs(orgs))
  if (filter.role) query = query.where(holdsRole(filter.role))
  if (filter.text) query = query.where(namedLike(filter.text))
  if (filter.after) {
    const [createdAt, id] = filter.after
    query = query.where(
      sql<boolean>`(member.created_at, member.id) < (${createdAt}::timestamptz, ${id}::uuid)`,
    )
  }
  return query
    .orderBy('member.created_at', 'desc')
    .orderBy('member.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}

const inOrgs = (orgIds: readonly string[]) => sql<boolean>`(
  binding.org_id = any(${orgIds}::uuid[]) or exists (select 1 from role_assignment a
    where a.member_id = member.id and a.until is null and a.org_id = any(${orgIds}::uuid[])))`

const holdsRole = (role: Role) => sql<boolean>`exists (select 1 from role_assignment a
  where a.member_id = member.id and a.until is null and a.role = ${role})`

const namedLike = (text: string) => {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(member.nickname ilike ${pattern} or member.public_name ilike ${pattern}
    or member.external_id ilike ${pattern})`
}

/** The orgs a member belongs to by a role or a binding; null when there is no such member. */
export async function orgsOfMember(tx: Tx, memberId: string): Promise<string[] | null> {
  const row = await tx
    .selectFrom('member')
    .select(
      sql<string[]>`array(
        select org_id from role_assignment a
          where a.member_id = member.id and a.until is null and a.org_id is not null
        union select org_id from binding where volunteer_id = member.id)`.as('orgs'),
    )
    .where('id', '=', memberId)
    .executeTakeFirst()
  return row?.orgs ?? null
}
