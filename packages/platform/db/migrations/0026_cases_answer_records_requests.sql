-- Packages that answer a request for records: what is in one, who prepared it, who approved it, and who handed it out.

create table records_package (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null references agency,
  demand text not null check (demand in ('court-order', 'public-records')),
  -- the order whose words bound it; a request by the public has none, and nothing is in its package
  basis_id uuid references law_basis,
  -- of the request, as its paper says; who asked under a law on public records is not written down
  number text not null check (number ~ '^[A-Za-z0-9][A-Za-z0-9 .:/()§-]{1,39}$'),
  received_on date not null,
  due_on date not null,
  -- what was asked for: kinds, and from which instant until which
  kinds bigint not null check (kinds > 0),
  since timestamptz not null,
  until timestamptz not null,
  -- the order forbids telling the young person until then
  quiet_until timestamptz,
  state text not null default 'waiting'
    check (state in ('waiting', 'approved', 'handed-out', 'sent-back', 'taken-back', 'changed')),
  prepared_by uuid not null references staff,
  prepared_at timestamptz not null,
  approved_by uuid references staff,
  approved_at timestamptz,
  -- handed out, or not: the end of it
  ended_by uuid references staff,
  ended_at timestamptz,
  -- what went out, for the accounting: kinds, notices as `code@version#sha256`, and the rules that decided
  handed_kinds bigint,
  handed_items integer,
  notices text[] not null default '{}',
  policy_version text,
  check ((demand = 'court-order') = (basis_id is not null)),
  check (basis_id is not null or quiet_until is null),
  check (received_on <= due_on),
  check (since < until),
  check (approved_by <> prepared_by),
  check (num_nulls(approved_by, approved_at) in (0, 2)),
  check (num_nulls(ended_by, ended_at) in (0, 2)),
  check ((ended_at is null) = (state in ('waiting', 'approved'))),
  check (state not in ('approved', 'handed-out', 'changed') or approved_at is not null),
  check (state <> 'waiting' or approved_at is null),
  check ((state = 'taken-back') <= (ended_by = prepared_by)),
  check ((state = 'handed-out') = (handed_items is not null) and num_nulls(handed_kinds, handed_items) in (0, 2))
);
create index records_package_by_case on records_package (case_id, owner_agency);

-- The list that the second person approves: which version of which item. It outlives what it lists, so that what was
-- handed out can be said when it is erased.
create table records_package_item (
  package_id uuid not null references records_package on delete cascade,
  case_id uuid not null,
  owner_agency uuid not null,
  item_id uuid not null,
  version integer not null,
  kind text not null,
  category_mask bigint not null,
  occurred_at timestamptz not null,
  -- SHA-256 of what was handed out of it
  digest bytea check (length(digest) = 32),
  primary key (package_id, item_id)
);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased', 'handed-over', 'objected',
    'package-prepared', 'package-approved', 'package-returned', 'handed-out')
);
