-- A colleague works with a young person from now on, or for a while: who gave the case to whom, and what the young person
-- says to it. Ids and codes; no text stands here.
create table handover (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  agency_id uuid not null references agency,
  leaves uuid not null references staff,
  comes uuid not null references staff,
  -- null: for good; otherwise whoever leaves is back then
  until timestamptz,
  handed_by uuid not null references staff,
  handed_at timestamptz not null,
  answer text check (answer in ('fine', 'talk')),
  answered_at timestamptz,
  -- whoever supervises spoke with them
  talked_by uuid references staff,
  talked_at timestamptz,
  check (leaves <> comes and comes <> handed_by),
  check (num_nulls(answer, answered_at) in (0, 2) and num_nulls(talked_by, talked_at) in (0, 2)),
  check (talked_at is null or answer = 'talk')
);
create index handover_by_case on handover (case_id, handed_at);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased', 'handed-over', 'objected',
    'package-prepared', 'package-approved', 'package-returned', 'handed-out',
    'match-asked', 'match-sent', 'match-kept', 'match-found', 'match-agreed', 'match-declined', 'match-linked',
    'match-undone',
    'plan-sent', 'plan-signed', 'plan-returned',
    'case-handed', 'case-covered', 'wants-talk')
);
