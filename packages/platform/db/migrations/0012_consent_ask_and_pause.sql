-- Pausing a permission, asking for one, and what an agency's own terms keep to itself.

-- A paused permission keeps its signature, end and kinds, and has no rows in the projection.
alter table consent_grant drop constraint consent_grant_status_check;
alter table consent_grant add constraint consent_grant_status_check
  check (status in ('draft', 'active', 'paused', 'stopped'));

-- From when until when, and on whose word. At most one is open for each permission.
create table consent_pause (
  id uuid primary key,
  grant_id uuid not null references consent_grant on delete cascade,
  paused_from text not null check (paused_from in ('young_person', 'staff')),
  paused_by uuid not null,
  paused_at timestamptz not null default now(),
  resumed_from text check (resumed_from in ('young_person', 'staff')),
  resumed_by uuid,
  resumed_at timestamptz,
  check (num_nulls(resumed_from, resumed_by, resumed_at) in (0, 3)),
  check (resumed_at >= paused_at),
  -- what the young person paused, they alone start again
  check (paused_from = 'staff' or resumed_from = 'young_person')
);
create unique index consent_pause_open on consent_pause (grant_id) where resumed_at is null;
create index consent_pause_by_grant on consent_pause (grant_id);

-- Somebody asks for one kind. Nothing in it is text: the need is a code, and nothing of the case is sealed for it.
create table consent_request (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  discloser_agency uuid not null references agency,
  asked_by uuid not null references staff,
  category_mask bigint not null check (category_mask > 0 and category_mask & (category_mask - 1) = 0),
  purpose smallint not null references purpose,
  need text not null check (need in ('planning', 'safety', 'support', 'timing', 'court')),
  asked_at timestamptz not null default now(),
  status text not null default 'open' check (status in ('open', 'set-aside', 'answered')),
  reason text check (reason in ('not-needed', 'they-said-no', 'not-now', 'not-allowed')),
  decided_by uuid references staff,
  decided_at timestamptz,
  check ((status = 'set-aside') = (reason is not null)),
  check ((status = 'open') = (decided_by is null) and (status = 'open') = (decided_at is null))
);
create index consent_request_by_case on consent_request (case_id);

-- Public words, shown wherever the agency's items are to be shared, and the most that a permission of it can open.
alter table agency add column data_terms text check (length(data_terms) between 1 and 400);
alter table agency add column shareable_mask bigint not null default 9223372036854775807
  check (shareable_mask >= 0);

-- What a reader's opening stands on: their page says who shared it.
alter type opening add attribute basis_kind text;

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check
  check (action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked'));
