import { sql } from 'kysely'
import type { RecruitmentRules } from '../../domain/recruitment/rules'
import { addToScores } from '../ledger/store'
import type { Tx } from '../platform/database'

/** People are dealt into buckets by name, so that all scans of one volunteer settle together. */
export interface Bucket {
  readonly at: number
  readonly of: number
}

const inBucket = ({ at, of }: Bucket) => sql`abs(hashtext(volunteer)::bigint) % ${of} = ${at}`

/** Members for the names of unsettled events; the name of the file stays their external id. */
export async function addPeople(tx: Tx, orgId: string): Promise<void> {
  await sql`insert into member (id, external_id, nickname, created_at)
    select gen_random_uuid(), name, kind || lpad((abs(hashtext(name)::bigint) % 10000)::text, 4, '0'), now()
    from (select promoter as name, '宣传员' as kind from history_event where outcome is null
      union select volunteer, '街坊' from history_event h where outcome is null and standing = 'valid'
        and not exists (select 1 from history_event p where p.promoter = h.volunteer)) people
    order by name on conflict (external_id) do nothing`.execute(tx)
  await sql`insert into promoter (member_id, org_id, since)
    select distinct m.id, ${orgId}::uuid, now() from history_event h
    join member m on m.external_id = h.promoter where h.outcome is null
    on conflict (member_id) do nothing`.execute(tx)
  await sql`insert into role_assignment (id, member_id, role, org_id, since)
    select gen_random_uuid(), p.member_id, 'promoter', p.org_id, now() from promoter p
    join member m on m.id = p.member_id where m.external_id is not null and p.left_at is null
    on conflict (member_id, role) where until is null do nothing`.execute(tx)
}

/**
 * Binds each unbound volunteer of the bucket to the first valid scan (by occurrence, receipt, id),
 * writes the entries it earns and moves the scores. Promoters are never recruits.
 */
export async function bindFirstScans(
  tx: Tx,
  bucket: Bucket,
  orgId: string,
  rules: RecruitmentRules,
): Promise<void> {
  await sql`create temporary table first_scan on commit drop as
    select distinct on (h.volunteer) h.event_id, h.occurred_at, h.fence_id,
      v.id as volunteer_id, p.id as promoter_id
    from history_event h
    join member v on v.external_id = h.volunteer
    join member p on p.external_id = h.promoter
    where h.outcome is null and h.standing = 'valid' and ${inBucket(bucket)}
      and not exists (select 1 from promoter s where s.member_id = v.id)
      and not exists (select 1 from binding b where b.volunteer_id = v.id)
    order by h.volunteer, h.occurred_at, h.received_at, h.event_id collate "C"`.execute(tx)
  await sql`insert into binding (volunteer_id, promoter_id, org_id, fence_id, source_kind, source_id, bound_at)
    select f.volunteer_id, f.promoter_id, coalesce(p.org_id, ${orgId}::uuid), f.fence_id,
      'history', f.event_id, f.occurred_at
    from first_scan f left join promoter p on p.member_id = f.promoter_id
    order by f.volunteer_id on conflict (volunteer_id) do nothing`.execute(tx)
  await sql`insert into role_assignment (id, member_id, role, org_id, since)
    select gen_random_uuid(), b.volunteer_id, 'volunteer', b.org_id, b.bound_at
    from binding b join first_scan f on f.event_id = b.source_id and b.source_kind = 'history'
    on conflict (member_id, role) where until is null do nothing`.execute(tx)
  const { rows } = await sql<{ member_id: string; key: string }>`
    insert into ledger_entry (member_id, key, counter_account, what, role, points, recruits,
      source_kind, source_id, fence_id, rule_version, at, recorded_at)
    select e.member_id, e.what || ':history:' || e.event_id, 'issued', e.what, e.role, e.points,
      e.recruits, 'history', e.event_id, e.fence_id, ${rules.version}, e.occurred_at, now()
    from (
      select f.promoter_id as member_id, 'recruit' as what, 'promoter' as role,
        ${rules.promoterPoints}::int as points, 1 as recruits, f.* from first_scan f
      union all
      select f.volunteer_id, 'learned', 'volunteer', ${rules.volunteerPoints}::int, 0, f.*
      from first_scan f) e
    join binding b on b.volunteer_id = e.volunteer_id and b.source_id = e.event_id
      and b.source_kind = 'history'
    order by e.member_id, e.event_id on conflict (member_id, key) do nothing
    returning member_id, key`.execute(tx)
  if (rows.length > 0) await addToScores(tx, rows)
  await sql`drop table first_scan`.execute(tx)
}

/** Writes why each event of the bucket counted or did not, and counts them. */
export async function nameOutcomes(
  tx: Tx,
  bucket: Bucket,
  doubleTapSeconds: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ outcome: string; n: number }>`
    with named as (
      update history_event h set outcome = case
        when h.standing <> 'valid' then h.standing
        when b.source_id = h.event_id and b.source_kind = 'history' then 'credited'
        when b.volunteer_id is null then 'staff'
        when b.promoter_id is distinct from p.id then 'other_promoter'
        when abs(extract(epoch from h.occurred_at - b.bound_at)) <= ${doubleTapSeconds} then 'double_tap'
        else 'later_scan' end
      from history_event self
      join member p on p.external_id = self.promoter
      left join member v on v.external_id = self.volunteer
      left join binding b on b.volunteer_id = v.id
      where self.event_id = h.event_id and h.outcome is null and ${inBucketOf(bucket)}
      returning h.outcome)
    select outcome, count(*)::int as n from named group by outcome`.execute(tx)
  return new Map(rows.map(({ outcome, n }) => [outcome, n]))
}

const inBucketOf = ({ at, of }: Bucket) => sql`abs(hashtext(h.volunteer)::bigint) % ${of} = ${at}`
