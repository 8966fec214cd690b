-- Places ---------------------------------------------------------------------------------------
create table area (
  id uuid primary key,
  parent_id uuid references area,
  level text not null check (level in ('province', 'city', 'county', 'town', 'village')),
  code text,
  name text not null,
  -- Names from the root, joined by '/': the identity of an area, because publishers' codes collide.
  path text not null unique
);
create index area_parent on area (parent_id, name);
create index area_name on area (level, name);

create table org (
  id uuid primary key,
  parent_id uuid references org,
  kind text not null check (kind in ('centre', 'station', 'community', 'school', 'company', 'squad')),
  code text not null unique,
  name text not null,
  area_id uuid references area,
  open boolean not null default true,
  boards_on boolean not null default true
);
create index org_parent on org (parent_id);

create table fence (
  id uuid primary key,
  kind text not null check (kind in ('area', 'site')),
  area_id uuid references area,
  org_id uuid not null references org,
  name text not null,
  version int not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to is null or valid_to > valid_from),
  created_at timestamptz not null
);
create unique index fence_one_per_area on fence (area_id) where kind = 'area';
create unique index fence_site_name on fence (org_id, name) where kind = 'site';
create index fence_org on fence (org_id);

-- A version never changes; the outline is GCJ-02, the original is kept beside its own system.
create table fence_version (
  fence_id uuid not null references fence,
  version int not null,
  outline jsonb not null,
  original jsonb not null,
  original_crs text not null check (original_crs in ('wgs84', 'gcj02', 'bd09')),
  original_hash bytea not null,
  area_square_meters double precision not null,
  vertices int not null,
  repairs text[] not null default '{}',
  created_at timestamptz not null,
  primary key (fence_id, version)
);

-- One row: processes that hold fences in memory reload when it moves.
create table fence_epoch (one_row boolean primary key default true check (one_row), epoch bigint not null);
insert into fence_epoch values (true, 1);

-- People ---------------------------------------------------------------------------------------
create table member (
  id uuid primary key,
  -- The id of an imported person's file; never shown beside an openid.
  external_id text unique,
  openid_hmac bytea unique,
  openid_cipher bytea,
  nickname text not null,
  -- Only while a consent to show it is in force.
  public_name text,
  created_at timestamptz not null,
  closed_at timestamptz
);

-- Boards subtract the closed accounts, which are few.
create index member_closed on member (id) where closed_at is not null;

create table role_assignment (
  id uuid primary key,
  member_id uuid not null references member,
  role text not null check (role in
    ('super_admin', 'auditor', 'editor', 'station_chief', 'promoter', 'volunteer')),
  org_id uuid references org,
  since timestamptz not null,
  until timestamptz
);
create unique index role_once on role_assignment (member_id, role) where until is null;
create index role_by_org on role_assignment (role, org_id) where until is null;

create table session (
  token_hash bytea primary key,
  member_id uuid not null references member,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_member on session (member_id);

create table consent (
  id uuid primary key,
  member_id uuid not null references member,
  kind text not null check (kind in ('rules', 'location', 'public_name')),
  version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index consent_current on consent (member_id, kind) where withdrawn_at is null;

create table promoter_application (
  id uuid primary key,
  member_id uuid not null references member,
  org_id uuid not null references org,
  fence_id uuid references fence,
  staff_name_cipher bytea not null,
  note text not null,
  status text not null check (status in ('waiting', 'approved', 'refused')),
  applied_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references member,
  reason text
);
create unique index application_waiting on promoter_application (member_id) where status = 'waiting';
create index application_by_org on promoter_application (org_id, status, applied_at, id);
create index application_by_member on promoter_application (member_id, applied_at desc);

create table promoter (
  member_id uuid primary key references member,
  org_id uuid not null references org,
  fence_id uuid references fence,
  since timestamptz not null,
  left_at timestamptz
);
create index promoter_by_org on promoter (org_id);

create table code (
  id uuid primary key,
  scene text not null unique check (length(scene) between 8 and 32),
  kind text not null check (kind in ('live', 'poster')),
  promoter_id uuid references promoter,
  org_id uuid not null references org,
  fence_id uuid references fence,
  valid_from timestamptz not null,
  valid_to timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references member,
  revoked_reason text,
  created_at timestamptz not null,
  -- A poster credits the org, never one person.
  check ((kind = 'live') = (promoter_id is not null))
);
create unique index code_live_once on code (promoter_id) where kind = 'live' and revoked_at is null;
create index code_by_org on code (org_id, created_at desc, id desc);

-- Content --------------------------------------------------------------------------------------
create table fraud_type (
  id text primary key,
  name text not null,
  definition text not null,
  -- False for topics such as hotlines or the law: no class of fraud, never in statistics.
  counted boolean not null,
  position int not null
);
create table audience (id text primary key, name text not null, position int not null);

create table article (
  slug text primary key,
  type text not null check (type in ('案例', '手法', '趋势', '提醒', '教程')),
  title text not null,
  summary text not null,
  fraud_type text not null references fraud_type,
  audiences text[] not null check (cardinality(audiences) > 0),
  published_on date not null,
  reading_seconds int not null,
  spoken text not null,
  blocks jsonb not null,
  sources jsonb not null,
  content_hash text not null,
  status text not null check (status in ('published', 'withdrawn'))
);
create index article_feed on article (published_on desc, slug) where status = 'published';

create table lesson (
  slug text primary key,
  article_slug text not null references article,
  fraud_type text not null references fraud_type,
  audiences text[] not null,
  content_hash text not null,
  active boolean not null default true
);

create table question (
  id text primary key,
  lesson_slug text not null references lesson,
  stem text not null,
  options jsonb not null,
  right_id text not null,
  explanation text not null,
  active boolean not null default true
);
create index question_by_lesson on question (lesson_slug);

-- Recruitment ----------------------------------------------------------------------------------
create table recruitment (
  id uuid primary key,
  member_id uuid not null references member,
  code_id uuid not null references code,
  promoter_id uuid references promoter,
  org_id uuid not null references org,
  fence_id uuid references fence,
  state text not null check (state in
    ('scanned', 'consented', 'learned', 'credited', 'held', 'refused', 'expired')),
  already_volunteer boolean not null,
  entry_scene int,
  scan_age_seconds int,
  place_verdict text check (place_verdict in ('inside', 'near', 'outside', 'unknown', 'declared', 'placeless')),
  place_rule text,
  place_fence_id uuid references fence,
  place_fence_version int,
  place_cell text,
  place_distance_bucket int,
  declared_area_id uuid references area,
  age_band text,
  lesson_slug text references lesson,
  question_ids text[] not null default '{}',
  attempts int not null default 0,
  reasons text[] not null default '{}',
  rule_version text,
  scanned_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz
);
create unique index recruitment_one_open on recruitment (member_id)
  where state in ('scanned', 'consented', 'learned');
create index recruitment_by_member on recruitment (member_id, scanned_at desc, id);
create index recruitment_by_promoter on recruitment (promoter_id, scanned_at desc, id);
create index recruitment_by_org on recruitment (org_id, scanned_at desc, id);
create index recruitment_newest on recruitment (scanned_at desc, id);

create table recruitment_event (
  id bigint generated always as identity primary key,
  recruitment_id uuid not null references recruitment,
  at timestamptz not null,
  kind text not null,
  detail jsonb not null default '{}'
);
create index recruitment_event_of on recruitment_event (recruitment_id, id);

-- The first valid binding lasts for ever: the primary key, not a preceding read, prevents a second.
create table binding (
  volunteer_id uuid primary key references member,
  promoter_id uuid references promoter,
  org_id uuid not null references org,
  fence_id uuid references fence,
  source_kind text not null check (source_kind in ('recruitment', 'history')),
  source_id text not null,
  bound_at timestamptz not null
);
create index binding_by_promoter on binding (promoter_id);
create index binding_by_org on binding (org_id);

-- Ledger ---------------------------------------------------------------------------------------
-- One row moves points from one account to another, so the sum of all accounts is always 0.
-- The member's side is member_id; the other side is the system account named here.
create table ledger_entry (
  member_id uuid not null references member,
  key text not null,
  seq bigint generated always as identity,
  counter_account text not null check (counter_account in ('issued', 'redeemed')),
  what text not null check (what in ('recruit', 'learned', 'correction')),
  role text not null check (role in ('promoter', 'volunteer')),
  points int not null,
  recruits smallint not null check (recruits between -1 and 1),
  source_kind text not null check (source_kind in ('recruitment', 'history')),
  source_id text not null,
  fence_id uuid references fence,
  rule_version text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (member_id, key)
);
create index ledger_by_member on ledger_entry (member_id, at desc, seq desc);
create index ledger_by_source on ledger_entry (source_kind, source_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: rows are only added', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create trigger ledger_no_truncate before truncate on ledger_entry
  for each statement execute function refuse_change();

-- Derived from the ledger, whose key to the member holds for these rows too: a second check would be
-- a fifth of a credit's cost. `rebuild` recomputes it and proves equality.
create table score (
  role text not null,
  period text not null,
  member_id uuid not null,
  points bigint not null,
  recruits bigint not null,
  -- When the present score was reached: the later of two equal scores stands below.
  reached_at timestamptz not null,
  primary key (role, period, member_id)
);
-- Best first in one direction, so that neighbours are a keyset read, never an OR. Only who scored
-- stands on a board, so volunteers are not in the index of recruits at all.
create index score_points on score (role, period, (-points), reached_at, member_id) where points > 0;
create index score_recruits on score (role, period, (-recruits), reached_at, member_id)
  where recruits > 0;

-- History import -------------------------------------------------------------------------------
-- Every scan of an imported history with what came of it; a row is written once and never changes.
create table history_event (
  event_id text primary key,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  promoter text not null,
  volunteer text not null,
  kind text not null,
  verdict text not null,
  fence_id uuid references fence,
  cell text,
  distance_bucket int,
  outcome text not null
);
create index history_by_volunteer on history_event (volunteer);

-- Doors ----------------------------------------------------------------------------------------
-- The same request id and body gives the same answer for ever.
create table request (
  actor text not null,
  request_id uuid not null,
  action text not null,
  body_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (actor, request_id)
);

create table audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  actor_id uuid references member,
  action text not null,
  target text not null,
  org_id uuid references org,
  reason text,
  detail jsonb not null,
  prev_hash bytea not null,
  hash bytea not null
);
create trigger audit_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit_entry
  for each statement execute function refuse_change();
create table audit_head (one_row boolean primary key default true check (one_row), seq bigint not null, hash bytea not null);
insert into audit_head values (true, 0, '\x00');

create table setting (name text primary key, value jsonb not null);
