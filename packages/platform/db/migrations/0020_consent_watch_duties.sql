-- Emergencies that a second person agrees to and a third one looks at, and the register of what the law asks for.

-- Whether two people open an emergency is the agency's choice. None by itself: the review after it is for everybody.
alter table agency add column emergency_needs_two boolean not null default false;

-- Whom to call when nobody of the case is there. Workplace phone numbers; no case stands here.
create table on_call (
  agency_id uuid not null references agency on delete cascade,
  staff_id uuid not null references staff,
  phone text not null check (phone ~ '^[0-9+(][0-9 ()+.-]{4,23}$'),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  set_by uuid not null references staff,
  primary key (agency_id, staff_id),
  check (valid_from < valid_to),
  check (staff_id <> set_by)
);

-- An emergency that waits for a second person: it opens nothing. The basis it becomes has the same id.
create table emergency_ask (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null references agency,
  recipient_kind text not null check (recipient_kind in ('staff', 'agency')),
  recipient_id uuid not null,
  purposes smallint[] not null check (cardinality(purposes) between 1 and 5),
  mask bigint not null check (mask > 0),
  nature text not null check (nature ~ '^[a-z][a-z-]{1,39}$'),
  minutes smallint not null check (minutes between 1 and 60),
  told_how text check (told_how in ('in-person', 'by-phone')),
  not_told text check (not_told in ('safe-moment', 'not-reached')),
  asked_by uuid not null references staff,
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  answer text check (answer in ('agreed', 'not-agreed', 'taken-back')),
  answered_by uuid references staff,
  answered_at timestamptz,
  check ((told_how is null) = (not_told is not null)),
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check ((answer = 'taken-back') = (answered_by = asked_by))
);
create index emergency_ask_by_case on emergency_ask (case_id);
create index emergency_ask_waiting on emergency_ask (owner_agency, lapses_at) where answer is null;

alter table law_basis add column seconded_by uuid references staff, add check (seconded_by <> recorded_by);
create index law_basis_emergencies on law_basis (owner_agency, valid_from) where kind = 'emergency';

-- Looked at afterwards by somebody who neither opened it nor agreed to it. Said once.
create table emergency_review (
  basis_id uuid primary key references law_basis on delete cascade,
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null references agency,
  outcome text not null check (outcome in ('right', 'not-right')),
  reviewed_by uuid not null references staff,
  reviewed_at timestamptz not null
);
create index emergency_review_by_case on emergency_review (case_id);

-- The register of what the law asks for: papers that came, and duties that began. An entry opens nothing; what opens is
-- a basis. Codes, numbers and dates: nobody's name, and no sentence.
create table duty_entry (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null references agency,
  kind text not null check (kind in ('subpoena', 'duty')),
  -- which clock of the contract a duty counts by; a subpoena says its own day
  clock text check (clock ~ '^[a-z][a-z0-9-]{2,39}$'),
  number text check (number ~ '^[A-Za-z0-9][A-Za-z0-9 .:/()§-]{1,39}$'),
  -- when the agency had it: the clock runs from here, not from when somebody wrote it down
  received_at timestamptz not null,
  due_at timestamptz not null,
  -- the rules of the state that it was counted by; null where none was in force
  counted_by text,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  outcome text check (outcome in ('done', 'taken-back', 'objected', 'ordered', 'permitted', 'mistake')),
  -- what the receiver gave as its number: without it nobody can show that it was done
  confirmation text check (confirmation ~ '^[A-Za-z0-9][A-Za-z0-9 .:/()§-]{1,39}$'),
  done_at timestamptz,
  done_by uuid references staff,
  -- the order of a court that a subpoena led to
  basis_id uuid references law_basis,
  late_because text check (late_because in ('learned-late', 'not-reached', 'no-system', 'overlooked')),
  check (received_at < due_at),
  check ((kind = 'duty') = (clock is not null)),
  check (kind = 'duty' or number is not null),
  check (num_nulls(outcome, done_at, done_by) in (0, 3)),
  check (outcome is distinct from 'done' or kind = 'duty' and confirmation is not null),
  check (outcome is null or outcome in ('done', 'mistake') or kind = 'subpoena'),
  check ((outcome is not distinct from 'ordered') = (basis_id is not null)),
  check (done_at >= received_at),
  -- what was late says why; a mistake was never due
  check (outcome is null or outcome = 'mistake' or (done_at >= due_at) = (late_because is not null))
);
create index duty_entry_by_case on duty_entry (case_id, due_at);
