import { type RawBuilder, sql } from 'kysely'
import type { RecruitmentRules } from '../../domain/recruitment/rules'
import { addToScores } from '../ledger/store'
import type { Tx } from '../platform/database'

/** Promoters are dealt into slots, so that each promoter's scores move in one part only. */
const SLOTS = 4096

export interface Part {
  readonly at: number
  readonly of: number
}

/**
 * The id of an imported person follows from the name in the file, so that the same history gives
 * the same order among equals wherever it is loaded (a UUID of version 8, RFC 9562).
 */
const idOf = (name: RawBuilder<unknown>) => sql`overlay(overlay(
  encode(substr(sha256(convert_to('history:' || ${name}, 'UTF8')), 1, 16), 'hex')
  placing '8' from 13 for 1) placing 'a' from 17 for 1)::uuid`

const nicknameOf = (kind: string, name: RawBuilder<unknown>) =>
  sql`${kind} || lpad((abs(hashtext(${name})::bigint) % 10000)::text, 4, '0')`

/** Whoever taught in a valid scan is a promoter; scans that count for nothing make nobody one. */
export async function addPromoters(tx: Tx, orgId: string): Promise<void> {
  await sql`create temporary table teaching on commit drop as
    select promoter as name, min(occurred_at) as since from fresh_scan
    where standing = 'valid' group by promoter`.execute(tx)
  await sql`insert into member (id, external_id, nickname, created_at)
    select ${idOf(sql`name`)}, name, ${nicknameOf('宣传员', sql`name`)}, now()
    from teaching order by name collate "C" on conflict do nothing`.execute(tx)
  await sql`insert into promoter (member_id, org_id, since)
    select m.id, ${orgId}::uuid, t.since from teaching t join member m on m.external_id = t.name
    order by m.id on conflict (member_id) do nothing`.execute(tx)
  await sql`insert into role_assignment (id, member_id, role, org_id, since)
    select gen_random_uuid(), p.member_id, 'promoter', p.org_id, p.since
    from teaching t join member m on m.external_id = t.name
    join promoter p on p.member_id = m.id and p.left_at is null
    order by p.member_id on conflict (member_id, role) where until is null do nothing`.execute(tx)
}

/**
 * Finds the first valid scan (by occurrence, receipt, id) of each volunteer who is not bound yet.
 * Promoters are never recruits. Returns how many there are.
 */
export async function findFirstScans(tx: Tx): Promise<number> {
  await sql`set local work_mem = '64MB'`.execute(tx)
  await sql`create temporary table first_scan as
    select distinct on (f.volunteer collate "C") f.*,
      (abs(hashtext(f.promoter)::bigint) % ${sql.lit(SLOTS)})::int as slot
    from fresh_scan f left join member v on v.external_id = f.volunteer
    where f.standing = 'valid'
      and not exists (select 1 from promoter s where s.member_id = v.id)
      and not exists (select 1 from binding b where b.volunteer_id = v.id)
    order by f.volunteer collate "C", f.occurred_at, f.received_at,
      f.event_id collate "C"`.execute(tx)
  await sql`create index on first_scan (slot)`.execute(tx)
  await sql`analyze first_scan`.execute(tx)
  await sql`create temporary table credited (like binding) on commit delete rows`.execute(tx)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from first_scan`.execute(tx)
  return rows[0]?.n ?? 0
}

const inPart = ({ at, of }: Part) =>
  sql`f.slot >= ${Math.floor((at * SLOTS) / of)} and f.slot < ${Math.floor(((at + 1) * SLOTS) / of)}`

/** Binds the volunteers of one part, files their scans and credits both sides; counts them. */
export async function creditPart(tx: Tx, part: Part, rules: RecruitmentRules): Promise<number> {
  await sql`set local work_mem = '32MB'`.execute(tx)
  await sql`insert into member (id, external_id, nickname, created_at)
    select ${idOf(sql`f.volunteer`)}, f.volunteer, ${nicknameOf('街坊', sql`f.volunteer`)}, now()
    from first_scan f where ${inPart(part)}
    order by f.volunteer collate "C" on conflict do nothing`.execute(tx)
  await sql`with bound as (
      insert into binding (volunteer_id, promoter_id, org_id, fence_id, source_kind, source_id,
        bound_at)
      select v.id, p.member_id, p.org_id, f.fence_id, 'history', f.event_id, f.occurred_at
      from first_scan f join member v on v.external_id = f.volunteer
      join member m on m.external_id = f.promoter join promoter p on p.member_id = m.id
      where ${inPart(part)} order by v.id on conflict (volunteer_id) do nothing returning *)
    insert into credited select * from bound`.execute(tx)
  await sql`analyze credited`.execute(tx)
  await sql`insert into role_assignment (id, member_id, role, org_id, since)
    select gen_random_uuid(), volunteer_id, 'volunteer', org_id, bound_at
    from credited order by volunteer_id
    on conflict (member_id, role) where until is null do nothing`.execute(tx)
  await postCredits(tx, rules)
  const { numAffectedRows } = await sql`insert into history_event (event_id, occurred_at,
      received_at, promoter, volunteer, kind, verdict, fence_id, cell, distance_bucket, outcome)
    select f.event_id, f.occurred_at, f.received_at, f.promoter, f.volunteer, f.kind, f.verdict,
      f.fence_id, f.cell, f.distance_bucket, 'credited'
    from first_scan f join credited c on c.source_id = f.event_id where ${inPart(part)}
    order by f.event_id on conflict (event_id) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The same entries as domain/ledger/entries-for-credit.ts makes of a live recruitment. */
async function postCredits(tx: Tx, rules: RecruitmentRules): Promise<void> {
  const added = sql`insert into ledger_entry (member_id, key, counter_account, what, role, points,
      recruits, source_kind, source_id, fence_id, rule_version, at, recorded_at)
    select e.member_id, e.what || ':history:' || c.source_id, 'issued', e.what, e.role, e.points,
      e.recruits, 'history', c.source_id, c.fence_id, ${rules.version}, c.bound_at, now()
    from credited c cross join lateral (values
      (c.promoter_id, 'recruit', 'promoter', ${rules.promoterPoints}::int, 1),
      (c.volunteer_id, 'learned', 'volunteer', ${rules.volunteerPoints}::int, 0)
    ) e (member_id, what, role, points, recruits)
    order by c.bound_at, c.source_id collate "C" on conflict (member_id, key) do nothing
    returning member_id, role, points, recruits, at`
  await addToScores(tx, added)
}
