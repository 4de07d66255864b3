-- "Is anyone else working with this young person?": asked blindly, answered by both sides, never merged.

-- The name and the day of birth of a case, under the secret of the agency that leads it: whole, since nobody has a key
-- to look further behind a token that is cut. Nobody reads this table.
create table match_token (
  case_id uuid primary key references case_file on delete cascade,
  agency_id uuid not null references agency,
  token bytea not null check (octet_length(token) = 32)
);
create index match_token_by_agency on match_token (agency_id, token);

-- A worker asks; whoever answers for the case at their agency lets it go out, or not.
create table match_ask (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  agency_id uuid not null references agency,
  reason text not null check (reason in ('plan-together', 'same-service', 'new-here')),
  asked_by uuid not null references staff,
  asked_at timestamptz not null,
  answer text check (answer in ('sent', 'kept')),
  answered_by uuid references staff,
  answered_at timestamptz,
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check (answered_by <> asked_by)
);
create index match_ask_by_case on match_ask (case_id, asked_at);
create index match_ask_by_agency on match_ask (agency_id, asked_at);

-- One question to one agency, closed for its ring. It goes when its node has looked, whatever it found.
create table match_probe (
  id uuid primary key,
  ask_id uuid not null references match_ask on delete cascade,
  agency_id uuid not null references agency,
  holder_epoch integer not null,
  sealed bytea not null check (octet_length(sealed) = 93),
  unique (ask_id, agency_id)
);
create index match_probe_by_agency on match_probe (agency_id);

-- Two cases that seem to be of the same young person. It opens nothing. 'over': a name or a birthday is another one now.
create table case_match (
  id uuid primary key,
  ask_id uuid not null references match_ask on delete cascade,
  case_a uuid not null references case_file on delete cascade,
  agency_a uuid not null references agency,
  case_b uuid not null references case_file on delete cascade,
  agency_b uuid not null references agency,
  found_at timestamptz not null,
  state text not null default 'found' check (state in ('found', 'linked', 'declined', 'undone', 'over')),
  answered_by uuid references staff,
  answered_at timestamptz,
  undone_by uuid references staff,
  undone_at timestamptz,
  -- read, at the one side and at the other
  aside_a timestamptz,
  aside_b timestamptz,
  unique (ask_id, case_b),
  check (agency_a <> agency_b),
  check (num_nulls(answered_by, answered_at) in (0, 2)),
  check ((state in ('linked', 'declined', 'undone')) = (answered_at is not null)),
  check ((state = 'undone') = (undone_at is not null) and num_nulls(undone_by, undone_at) in (0, 2))
);
create index case_match_by_a on case_match (case_a);
create index case_match_by_b on case_match (case_b);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased', 'handed-over', 'objected',
    'package-prepared', 'package-approved', 'package-returned', 'handed-out',
    'match-asked', 'match-sent', 'match-kept', 'match-found', 'match-agreed', 'match-declined', 'match-linked',
    'match-undone')
);
