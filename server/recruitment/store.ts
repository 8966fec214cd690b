import { sql } from 'kysely'
import { displayName } from '../members/store'
import type { Tx } from '../platform/database'
import type { Tables } from '../platform/tables'

type Row = Tables['recruitment']
export const OPEN_STATES = ['scanned', 'consented', 'learned'] as const

const columns = (tx: Tx) =>
  tx
    .selectFrom('recruitment as r')
    .innerJoin('org', 'org.id', 'r.org_id')
    .innerJoin('member as learner', 'learner.id', 'r.member_id')
    .leftJoin('member', 'member.id', 'r.promoter_id')
    .leftJoin('fence', 'fence.id', 'r.fence_id')
    .leftJoin('area', 'area.id', 'r.declared_area_id')
    .selectAll('r')
    .select([
      'org.kind as org_kind',
      'org.name as org_name',
      sql<string>`coalesce(learner.public_name, learner.nickname)`.as('learner_name'),
      displayName.as('promoter_name'),
      'fence.kind as fence_kind',
      'fence.name as fence_name',
      'area.level as area_level',
      'area.name as area_name',
    ])

export type RecruitmentRow = NonNullable<Awaited<ReturnType<typeof recruitmentById>>>

export async function recruitmentById(tx: Tx, id: string) {
  return columns(tx).where('r.id', '=', id).executeTakeFirst()
}

export async function latestOf(tx: Tx, memberId: string) {
  return columns(tx)
    .where('r.member_id', '=', memberId)
    .orderBy('r.scanned_at', 'desc')
    .orderBy('r.id')
    .executeTakeFirst()
}

/** Locks the row, so that two steps of one recruitment never run at once. */
export async function lockRecruitment(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('recruitment').select('id').where('id', '=', id).forUpdate().execute()
}

export async function lockOpenOf(tx: Tx, memberId: string) {
  return tx
    .selectFrom('recruitment')
    .select(['id', 'code_id', 'expires_at', 'place_verdict'])
    .where('member_id', '=', memberId)
    .where('state', 'in', OPEN_STATES)
    .forUpdate()
    .executeTakeFirst()
}

/** False when another open recruitment of the member came first. */
export async function insertRecruitment(
  tx: Tx,
  row: {
    id: string
    member_id: string
    code_id: string
    promoter_id: string | null
    org_id: string
    fence_id: string | null
    already_volunteer: boolean
    entry_scene: number | null
    scan_age_seconds: number | null
    scanned_at: Date
    expires_at: Date
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('recruitment')
    .values({ ...row, state: 'scanned' })
    .onConflict((conflict) =>
      conflict
        .column('member_id')
        .where(sql<boolean>`state in ('scanned', 'consented', 'learned')`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function updateRecruitment(
  tx: Tx,
  id: string,
  set: Partial<
    Pick<
      Row,
      | 'state'
      | 'place_verdict'
      | 'place_rule'
      | 'place_fence_id'
      | 'place_fence_version'
      | 'place_cell'
      | 'place_distance_bucket'
      | 'declared_area_id'
      | 'age_band'
      | 'lesson_slug'
      | 'rule_version'
    >
  > & { question_ids?: string[]; attempts?: number; reasons?: string[]; decided_at?: Date },
): Promise<void> {
  await tx.updateTable('recruitment').set(set).where('id', '=', id).execute()
}

export async function addEvent(
  tx: Tx,
  event: { recruitmentId: string; at: Date; kind: string; detail?: object },
): Promise<void> {
  await tx
    .insertInto('recruitment_event')
    .values({
      recruitment_id: event.recruitmentId,
      at: event.at,
      kind: event.kind,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute()
}

export async function eventsOf(tx: Tx, recruitmentId: string) {
  return tx
    .selectFrom('recruitment_event')
    .select(['at', 'kind', 'detail'])
    .where('recruitment_id', '=', recruitmentId)
    .orderBy('id')
    .execute()
}

export async function isBound(tx: Tx, memberId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('binding')
    .select('volunteer_id')
    .where('volunteer_id', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}

export async function bindingOf(tx: Tx, memberId: string) {
  return tx
    .selectFrom('binding')
    .innerJoin('org', 'org.id', 'binding.org_id')
    .leftJoin('member', 'member.id', 'binding.promoter_id')
    .select(['bound_at', 'org.name as unit', displayName.as('promoter_name')])
    .where('volunteer_id', '=', memberId)
    .executeTakeFirst()
}

/** False when the volunteer was bound before: the primary key decides, not a preceding read. */
export async function insertBinding(
  tx: Tx,
  binding: {
    volunteerId: string
    promoterId: string | null
    orgId: string
    fenceId: string | null
    recruitmentId: string
    now: Date
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('binding')
    .values({
      volunteer_id: binding.volunteerId,
      promoter_id: binding.promoterId,
      org_id: binding.orgId,
      fence_id: binding.fenceId,
      source_kind: 'recruitment',
      source_id: binding.recruitmentId,
      bound_at: binding.now,
    })
    .onConflict((conflict) => conflict.column('volunteer_id').doNothing())
    .returning('volunteer_id')
    .executeTakeFirst()
  return made !== undefined
}

type Outcome = 'credited' | 'held' | 'refused'

export async function latestDecided(tx: Tx, memberId: string) {
  return tx
    .selectFrom('recruitment')
    .select(['state', 'reasons', 'decided_at'])
    .$narrowType<{ state: Outcome }>()
    .where('member_id', '=', memberId)
    .where('state', 'in', ['credited', 'held', 'refused'])
    .orderBy(sql`state = 'refused'`)
    .orderBy('decided_at', 'desc')
    .executeTakeFirst()
}
