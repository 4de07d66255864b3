-- How long an agency keeps what it holds, holds that stop an erasure, and erasures under two persons' control.

-- One line for each kind that an agency gave a time to. A kind without a line is kept.
create table retention_rule (
  agency_id uuid not null references agency on delete cascade,
  category smallint not null check (category between 0 and 62),
  -- which sort of source of the contract's list, and where in it: a section or the number of a schedule
  source text not null check (source ~ '^[a-z][a-z0-9-]{1,39}$'),
  number text not null check (number ~ '^[A-Za-z0-9][A-Za-z0-9 .:/()§-]{1,39}$'),
  years smallint not null check (years between 1 and 100),
  counted_from text not null check (counted_from in ('last-entry', 'age-18', 'age-21')),
  set_by uuid not null references staff,
  set_at timestamptz not null,
  primary key (agency_id, category)
);

-- A hold is an agency's, and two persons': whoever placed it does not lift it. Forced row security would hide the rows.
alter table legal_hold no force row level security;
alter table staff no force row level security;
alter table legal_hold add column owner_agency uuid references agency, add column lifted_by uuid references staff;
update legal_hold h set owner_agency = s.agency_id from staff s where s.id = h.placed_by;
alter table legal_hold alter column owner_agency set not null,
  add constraint legal_hold_two_persons check (lifted_by <> placed_by);
alter table legal_hold force row level security;
alter table staff force row level security;

-- One agency's part of one case, asked for by one person and answered by another; afterwards the tombstone, by which a
-- backup that is older is erased anew. It outlives its case, so it does not reference it.
create table erasure (
  id uuid primary key,
  case_id uuid not null,
  owner_agency uuid not null references agency,
  kinds bigint not null check (kinds > 0),
  -- the rule of each kind as it stood when it was asked, and again when it was done
  because jsonb not null,
  due_at timestamptz not null,
  asked_by uuid not null references staff,
  asked_at timestamptz not null,
  answer text check (answer in ('erased', 'kept', 'taken-back')),
  answered_by uuid references staff,
  answered_at timestamptz,
  items integer check (items >= 0),
  -- agencies under whose secrets a key of it was wrapped: each begins a new epoch
  holders uuid[] not null default '{}',
  check (due_at <= asked_at and asked_at <= answered_at),
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check ((answer = 'taken-back') = (answered_by = asked_by)),
  check ((answer is not distinct from 'erased') = (items is not null))
);
create unique index erasure_waiting on erasure (case_id, owner_agency) where answer is null;
create index erasure_by_case on erasure (case_id, owner_agency);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased')
);
