-- What a read stands on beside consent: an order of a court, a statute on case teams, a duty to report, an emergency.

-- Codes, numbers and dates. `evidence` is what names it (an order's number, a statute, a report's number, the nature of
-- an emergency): a number, never a sentence.
create table law_basis (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null references agency,
  kind text not null check (kind in ('court_order', 'team_statute', 'mandate', 'emergency')),
  recipient_kind text not null check (recipient_kind in ('staff', 'agency')),
  recipient_id uuid not null,
  purposes smallint[] not null check (cardinality(purposes) between 1 and 5),
  see_mask bigint not null,
  know_mask bigint not null check (know_mask > 0),
  data_from timestamptz not null default '-infinity',
  data_to timestamptz not null default 'infinity',
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  -- which duty, by its rule: a report holds that duty's set and nothing else
  duty text check (duty in ('MR-1', 'M-2', 'M-3')),
  evidence text not null check (evidence ~ '^[A-Za-z0-9][A-Za-z0-9 .:/()§-]{1,39}$'),
  -- 42 CFR 2.61: an order alone compels nothing
  subpoena text check (subpoena ~ '^[A-Za-z0-9][A-Za-z0-9 .:/()§-]{1,39}$'),
  issued_on date,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null default now(),
  -- how a person told the young person, or why not yet; it is on their own page from the start
  told_how text check (told_how in ('in-person', 'by-phone')),
  told_at timestamptz,
  told_by uuid references staff,
  not_told text check (not_told in ('safe-moment', 'not-reached')),
  ended_at timestamptz,
  ended_by uuid references staff,
  end_reason text check (end_reason in ('lifted', 'done', 'mistake')),
  check (see_mask & ~know_mask = 0),
  check (valid_from < valid_to),
  check (kind <> 'emergency' or valid_to <= valid_from + interval '60 minutes'),
  check ((kind = 'mandate') = (duty is not null)),
  check (kind = 'court_order' or subpoena is null),
  check (num_nulls(told_how, told_at, told_by) in (0, 3)),
  check ((told_how is null) = (not_told is not null)),
  check (num_nulls(ended_at, ended_by, end_reason) in (0, 3))
);
create index law_basis_by_case on law_basis (case_id);
create index law_basis_by_recorder on law_basis (recorded_by, valid_to) where kind = 'emergency';

-- "This may not have been their own choice": said by a worker of the discloser, or by the young person, about a
-- permission or a stop. A worker and the young person settle it in private. Nobody else ever learns of it, and it is
-- not in the ledger, which a young person may have to show to whoever pressed them.
create table coercion_mark (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  grant_id uuid not null references consent_grant on delete cascade,
  about text not null check (about in ('permission', 'stop')),
  marked_from text not null check (marked_from in ('young_person', 'staff')),
  marked_by uuid not null,
  marked_at timestamptz not null default now(),
  outcome text check (outcome in ('own-choice', 'not-own-choice')),
  settled_by uuid references staff,
  settled_at timestamptz,
  check (num_nulls(outcome, settled_by, settled_at) in (0, 3))
);
create index coercion_mark_by_case on coercion_mark (case_id);
create unique index coercion_mark_open on coercion_mark (grant_id) where outcome is null;
