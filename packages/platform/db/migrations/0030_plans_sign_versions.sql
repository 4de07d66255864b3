-- One agency's plan as it was sent to be signed: by somebody who supervises, and by the young person. It holds which
-- version of which item, no text, and nothing that the young person does not see.

create table plan_version (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null references agency,
  number integer not null check (number > 0),
  items uuid[] not null check (cardinality(items) > 0),
  versions integer[] not null,
  -- all the kinds of data of what is in it
  category_mask bigint not null check (category_mask > 0),
  sent_by uuid not null references staff,
  sent_at timestamptz not null,
  supervisor_answer text check (supervisor_answer in ('signed', 'sent-back')),
  supervisor_reason text,
  supervisor_by uuid references staff,
  supervisor_at timestamptz,
  young_answer text check (young_answer in ('signed', 'sent-back')),
  young_reason text,
  young_at timestamptz,
  unique (case_id, owner_agency, number),
  check (cardinality(items) = cardinality(versions)),
  check (supervisor_by <> sent_by),
  check (num_nulls(supervisor_answer, supervisor_by, supervisor_at) in (0, 3)),
  check (num_nulls(young_answer, young_at) in (0, 2)),
  -- whoever sends it back says why by a code, and a signature has no reason
  check ((supervisor_answer is not distinct from 'sent-back') = (supervisor_reason is not null)),
  check ((young_answer is not distinct from 'sent-back') = (young_reason is not null)),
  check (supervisor_reason in ('own-words', 'missing', 'too-much', 'talk-first')),
  check (young_reason in ('own-words', 'missing', 'too-much', 'talk-first'))
);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased', 'handed-over', 'objected',
    'package-prepared', 'package-approved', 'package-returned', 'handed-out',
    'match-asked', 'match-sent', 'match-kept', 'match-found', 'match-agreed', 'match-declined', 'match-linked',
    'match-undone',
    'plan-sent', 'plan-signed', 'plan-returned')
);
