-- Team meetings: how one stands, who is in the room, and what the young person wants of it. What a meeting is called and
-- what was decided are items of the case; here are codes, ids and times, and two kinds of sealed words.

create table meeting (
  case_id uuid not null,
  item_id uuid not null,
  owner_agency uuid not null references agency,
  called_by uuid not null references staff,
  -- what everybody is there for: whoever reads for another purpose is not in the room
  purpose smallint not null references purpose,
  state text not null default 'called' check (state in ('called', 'open', 'closed')),
  -- while this is not known to be otherwise, the young person hears what is said
  young_here boolean not null default true,
  opened_at timestamptz,
  closed_at timestamptz,
  -- who speaks for the young person, by their own word; null: they have not said
  spoken_for text check (spoken_for in ('self', 'person', 'nobody')),
  speaker uuid references staff,
  primary key (case_id, item_id),
  foreign key (case_id, item_id) references case_item (case_id, id) on delete cascade,
  check ((spoken_for is not distinct from 'person') = (speaker is not null)),
  check (state = 'called' or opened_at is not null or closed_at is not null)
);

-- Invited with an account (`staff_id`), or without one: then with a role, a sealed name and, where it is known, the agency
-- that they come for.
create table meeting_attendee (
  case_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  staff_id uuid references staff,
  role text check (role in ('judge', 'attorney', 'court-advocate', 'interpreter', 'family', 'support', 'other')),
  agency_id uuid references agency,
  owner_agency uuid not null references agency,
  category_mask bigint not null check (category_mask > 0),
  key_version integer,
  sealed bytea,
  came_at timestamptz,
  left_at timestamptz,
  primary key (case_id, meeting_id, id),
  unique (case_id, meeting_id, staff_id),
  foreign key (case_id, meeting_id) references meeting on delete cascade,
  check (num_nonnulls(staff_id, role) = 1),
  check (num_nonnulls(staff_id, sealed) = 1 and num_nonnulls(sealed, key_version) in (0, 2)),
  check (staff_id is null or agency_id is null),
  check (left_at is null or came_at is not null)
);

-- The young person's own words for one meeting, one row for each part. `reader`: who may read it beside them; null:
-- nobody, and for what they want said everybody in the room.
create table meeting_prep (
  case_id uuid not null,
  meeting_id uuid not null,
  part text not null check (part in ('say', 'not-say', 'after')),
  id uuid not null unique,
  version integer not null default 1,
  for_all boolean not null default false,
  reader uuid references staff,
  owner_agency uuid not null references agency,
  category_mask bigint not null check (category_mask > 0),
  key_version integer not null,
  sealed bytea not null,
  written_at timestamptz not null,
  primary key (case_id, meeting_id, part),
  foreign key (case_id, meeting_id) references meeting on delete cascade,
  check (not for_all or (part = 'say' and reader is null))
);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased', 'handed-over', 'objected',
    'package-prepared', 'package-approved', 'package-returned', 'handed-out',
    'match-asked', 'match-sent', 'match-kept', 'match-found', 'match-agreed', 'match-declined', 'match-linked',
    'match-undone',
    'plan-sent', 'plan-signed', 'plan-returned',
    'case-handed', 'case-covered', 'wants-talk',
    'joined', 'heard')
);
