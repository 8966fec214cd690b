import { sql } from 'kysely'
import { CONSOLE_ROLES, type Role } from '../../contract/roles'
import { type Ctx, callerOf } from './context'
import { RuleError } from './rule-error'

/** Whose records a console caller may see: the whole county, or one org with all below it. */
export interface Scope {
  readonly everything: boolean
  readonly orgIds: readonly string[]
  readonly rootOrgId: string | null
}

/**
 * The scope comes from the session's roles, never from the input, and only from the roles that may
 * do the thing asked. Centre roles see the county, a station chief the own org with all below it.
 * Throws FORBIDDEN when none of the roles is held.
 */
export async function scopeOf(ctx: Ctx, roles: readonly Role[] = CONSOLE_ROLES): Promise<Scope> {
  const held = callerOf(ctx).roles.filter(({ role }) => roles.includes(role))
  if (held.length === 0) throw new RuleError('FORBIDDEN')
  if (held.some(({ role }) => role !== 'station_chief'))
    return { everything: true, orgIds: [], rootOrgId: null }
  const rootOrgId = held[0]?.orgId ?? null
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from org where id = ${rootOrgId}
      union all select org.id from org join below on org.parent_id = below.id
    ) select id from below`.execute(ctx.tx)
  return { everything: false, orgIds: rows.map(({ id }) => id), rootOrgId }
}

/** Another org's record answers like one that does not exist. */
export function assertInScope(scope: Scope, orgId: string): void {
  if (!scope.everything && !scope.orgIds.includes(orgId)) throw new RuleError('NOT_FOUND')
}
