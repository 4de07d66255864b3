-- Questions to the rule that an agency keeps with the answer they must have. The facts are made up and stand in files
-- that come with Accord: of a case an agency saves what is changed of one of them, in codes, and its name. There is no
-- column that a fact of anybody's case would fit into.
create table policy_case (
  id uuid primary key,
  agency_id uuid not null references agency on delete cascade,
  name text not null check (name = btrim(name) and char_length(name) between 1 and 80 and name !~ '[[:cntrl:]]'),
  -- the file whose facts they are
  start text not null check (start ~ '^[a-z0-9-]{1,60}$'),
  kinds bigint not null check (kinds > 0),
  purpose smallint not null references purpose,
  asked_on date not null check (asked_on >= '2000-01-01' and asked_on < '2100-01-01'),
  -- rules by state and version; null: of no state
  law text check (law ~ '^[A-Z]{2} [A-Za-z0-9_.-]{1,40}$'),
  decision text not null check (decision in ('permit', 'partial', 'deny', 'review')),
  reason text check (reason ~ '^[A-Z_]{2,40}$'),
  made_by uuid not null references staff,
  made_at timestamptz not null
);
create index policy_case_by_agency on policy_case (agency_id, made_at);
