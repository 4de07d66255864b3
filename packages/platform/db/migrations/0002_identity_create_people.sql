-- The spine of people: agencies, staff, young people, the cases, and who is assigned to which.

create table agency (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  system text not null,
  created_at timestamptz not null default now()
);

-- Which node serves which agency: a node cannot speak for another's.
create table node_agency (
  node_id uuid not null references node on delete cascade,
  agency_id uuid not null references agency on delete cascade,
  primary key (node_id, agency_id)
);

-- Workplace identity, not case data: names of staff stand in the clear for colleagues to choose from.
create table staff (
  id uuid primary key,
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 120),
  title text not null check (length(title) between 1 and 120),
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create index staff_by_agency on staff (agency_id);

-- A network of agencies has its survivor advisors; they reach no case data.
create table advisor (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  started_at timestamptz not null default now(),
  ended_at timestamptz
);

-- No name here: what identifies a young person is sealed in the items of the case.
create table young_person (
  id uuid primary key,
  created_at timestamptz not null default now()
);

create table case_file (
  id uuid primary key,
  young_person_id uuid not null references young_person,
  lead_agency uuid not null references agency,
  code_name text not null check (length(code_name) between 1 and 60),
  status text not null default 'open' check (status in ('open', 'closed')),
  opened_at timestamptz not null default now()
);
create index case_file_by_young_person on case_file (young_person_id);

-- Inside an agency, access follows assignment, cover or supervision, each with an end; never mere employment.
create table assignment (
  case_id uuid not null references case_file on delete cascade,
  staff_id uuid not null references staff,
  kind text not null check (kind in ('assigned', 'cover', 'supervision')),
  valid_from timestamptz not null default now(),
  valid_to timestamptz not null default 'infinity',
  primary key (case_id, staff_id, kind),
  check (valid_from < valid_to)
);
create index assignment_by_staff on assignment (staff_id, case_id);

-- How someone signs in. Exactly one of the three holds.
create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password_hash text not null,
  staff_id uuid references staff,
  young_person_id uuid references young_person,
  advisor_id uuid references advisor,
  check (num_nonnulls(staff_id, young_person_id, advisor_id) = 1)
);

-- A session id is kept as its SHA-256 only. 30 minutes idle, 12 hours in all.
create table session (
  id_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  purpose smallint not null references purpose,
  idle_until timestamptz not null,
  absolute_until timestamptz not null default now() + interval '12 hours'
);
create index session_by_account on session (account_id);
