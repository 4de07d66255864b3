-- Posts: what somebody is in an agency, whoever holds it. A permission to a post goes on when its holder changes, and
-- opens nothing to the new one before the young person has answered.

-- Workplace names, as staff and agencies are; no case stands here.
create table post (
  id uuid primary key,
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 60),
  named_by uuid not null references staff,
  named_at timestamptz not null default now()
);
create unique index post_by_name on post (agency_id, lower(name));

-- From when until when. At most one holds a post at a time; where none does, the post has nobody.
create table post_holder (
  post_id uuid not null references post on delete cascade,
  staff_id uuid not null references staff,
  valid_from timestamptz not null,
  valid_to timestamptz not null default 'infinity',
  recorded_by uuid not null references staff,
  primary key (post_id, valid_from),
  check (valid_from < valid_to)
);
create unique index post_holder_now on post_holder (post_id) where valid_to = 'infinity';

-- `signed_as`: the permission whose paper was signed, of one that was carried to a later holder.
alter table consent_grant
  add column post_id uuid references post,
  add column signed_as uuid references consent_grant;
create index consent_grant_by_post on consent_grant (post_id) where post_id is not null;

-- The new person of a carried permission, and what the young person said of them. No one: the post has nobody here.
create table post_introduction (
  grant_id uuid primary key references consent_grant on delete cascade,
  case_id uuid not null references case_file on delete cascade,
  post_id uuid not null references post,
  staff_id uuid references staff,
  -- the pause that a yes ends; null where it was paused before the holder changed, and stays so
  pause_id uuid references consent_pause,
  announced_by uuid not null references staff,
  announced_at timestamptz not null,
  answer text check (answer in ('fine', 'not-this-person')),
  -- how they were told of the person: on their own page, or by a worker
  told_how text check (told_how in ('own-page', 'in-person', 'phone', 'text')),
  answered_by uuid,
  answered_at timestamptz,
  check (num_nulls(answer, told_how, answered_by, answered_at) in (0, 4)),
  check (answer is null or staff_id is not null)
);
create index post_introduction_by_case on post_introduction (case_id, post_id);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased', 'handed-over', 'objected')
);
