import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Role } from '../../contract/roles'

type Json<T extends object> = JSONColumnType<T>
type Instant = ColumnType<Date, Date, Date>
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
/** bigint comes from the driver as text; it is read with Number() where it is known to be small. */
type Big = ColumnType<string, bigint | number | string, bigint | number | string>

export type Position = [number, number]
export type MultiPolygon = Position[][][]

/** The rows of every table, as the driver gives them. Column names live here and in store.ts only. */
export interface Tables {
  area: {
    id: string
    parent_id: string | null
    level: 'province' | 'city' | 'county' | 'town' | 'village'
    code: string | null
    name: string
    path: string
  }
  org: {
    id: string
    parent_id: string | null
    kind: 'centre' | 'station' | 'community' | 'school' | 'company' | 'squad'
    code: string
    name: string
    area_id: string | null
    open: Generated<boolean>
    boards_on: Generated<boolean>
  }
  fence: {
    id: string
    kind: 'area' | 'site'
    area_id: string | null
    org_id: string
    name: string
    version: number
    valid_from: Instant
    valid_to: MaybeInstant
    created_at: Instant
  }
  fence_version: {
    fence_id: string
    version: number
    outline: Json<MultiPolygon>
    original: Json<object>
    original_crs: 'wgs84' | 'gcj02' | 'bd09'
    original_hash: Buffer
    area_square_meters: number
    vertices: number
    repairs: string[]
    created_at: Instant
  }
  fence_epoch: { one_row: Generated<boolean>; epoch: Big }
  member: {
    id: string
    external_id: string | null
    openid_hmac: Buffer | null
    openid_cipher: Buffer | null
    nickname: string
    public_name: string | null
    created_at: Instant
    closed_at: MaybeInstant
  }
  role_assignment: {
    id: string
    member_id: string
    role: Role
    org_id: string | null
    since: Instant
    until: MaybeInstant
  }
  session: {
    token_hash: Buffer
    member_id: string
    created_at: Instant
    expires_at: Instant
    ended_at: MaybeInstant
  }
  consent: {
    id: string
    member_id: string
    kind: 'rules' | 'location' | 'public_name'
    version: string
    given_at: Instant
    withdrawn_at: MaybeInstant
  }
  promoter_application: {
    id: string
    member_id: string
    org_id: string
    fence_id: string | null
    staff_name_cipher: Buffer
    note: string
    status: 'waiting' | 'approved' | 'refused'
    applied_at: Instant
    decided_at: MaybeInstant
    decided_by: string | null
    reason: string | null
  }
  promoter: {
    member_id: string
    org_id: string
    fence_id: string | null
    since: Instant
    left_at: MaybeInstant
  }
  code: {
    id: string
    scene: string
    kind: 'live' | 'poster'
    promoter_id: string | null
    org_id: string
    fence_id: string | null
    valid_from: Instant
    valid_to: MaybeInstant
    revoked_at: MaybeInstant
    revoked_by: string | null
    revoked_reason: string | null
    created_at: Instant
  }
  fraud_type: { id: string; name: string; definition: string; counted: boolean; position: number }
  audience: { id: string; name: string; position: number }
  article: {
    slug: string
    type: '案例' | '手法' | '趋势' | '提醒' | '教程'
    title: string
    summary: string
    fraud_type: string
    audiences: string[]
    published_on: ColumnType<string, string, string>
    reading_seconds: number
    spoken: string
    blocks: Json<object[]>
    sources: Json<object[]>
    content_hash: string
    status: 'published' | 'withdrawn'
  }
  lesson: {
    slug: string
    article_slug: string
    fraud_type: string
    audiences: string[]
    content_hash: string
    active: Generated<boolean>
  }
  question: {
    id: string
    lesson_slug: string
    stem: string
    options: Json<{ id: string; text: string }[]>
    right_id: string
    explanation: string
    active: Generated<boolean>
  }
  recruitment: {
    id: string
    member_id: string
    code_id: string
    promoter_id: string | null
    org_id: string
    fence_id: string | null
    state: RecruitmentState
    already_volunteer: boolean
    entry_scene: number | null
    scan_age_seconds: number | null
    place_verdict: PlaceVerdict | null
    place_rule: string | null
    place_fence_id: string | null
    place_fence_version: number | null
    place_cell: string | null
    place_distance_bucket: number | null
    declared_area_id: string | null
    age_band: string | null
    lesson_slug: string | null
    question_ids: Generated<string[]>
    attempts: Generated<number>
    reasons: Generated<string[]>
    rule_version: string | null
    scanned_at: Instant
    expires_at: Instant
    decided_at: MaybeInstant
  }
  recruitment_event: {
    id: Generated<string>
    recruitment_id: string
    at: Instant
    kind: string
    detail: Json<object>
  }
  binding: {
    volunteer_id: string
    promoter_id: string | null
    org_id: string
    fence_id: string | null
    source_kind: 'recruitment' | 'history'
    source_id: string
    bound_at: Instant
  }
  ledger_entry: {
    member_id: string
    key: string
    seq: Generated<string>
    counter_account: 'issued' | 'redeemed'
    what: 'recruit' | 'learned' | 'correction'
    role: 'promoter' | 'volunteer'
    points: number
    recruits: number
    source_kind: 'recruitment' | 'history'
    source_id: string
    fence_id: string | null
    rule_version: string
    at: Instant
    recorded_at: Instant
  }
  score: {
    role: 'promoter' | 'volunteer'
    period: string
    member_id: string
    points: Big
    recruits: Big
    reached_at: Instant
  }
  history_event: {
    event_id: string
    occurred_at: Instant
    received_at: Instant
    promoter: string
    volunteer: string
    kind: string
    verdict: string
    fence_id: string | null
    cell: string | null
    distance_bucket: number | null
    outcome: string
  }
  request: {
    actor: string
    request_id: string
    action: string
    body_hash: Buffer
    answer: ColumnType<object | null, string | null, string | null>
    created_at: Instant
  }
  audit_entry: {
    seq: Big
    at: Instant
    actor_id: string | null
    action: string
    target: string
    org_id: string | null
    reason: string | null
    detail: Json<object>
    prev_hash: Buffer
    hash: Buffer
  }
  audit_head: { one_row: Generated<boolean>; seq: Big; hash: Buffer }
  setting: { name: string; value: Json<object> }
}

export type RecruitmentState =
  | 'scanned'
  | 'consented'
  | 'learned'
  | 'credited'
  | 'held'
  | 'refused'
  | 'expired'
export type PlaceVerdict = 'inside' | 'near' | 'outside' | 'unknown' | 'declared' | 'placeless'
