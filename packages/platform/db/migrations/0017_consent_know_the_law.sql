-- What the law asks of an agency, who may sign for a young person, and what each state says.

-- By funding and by status, never read from a name. Null is not known, and not known never opens anything.
alter table agency
  add column state text check (state ~ '^[A-Z]{2}$'),
  add column covered_entity boolean,
  add column part2_program boolean,
  add column victim_funding text[] not null default '{}' check (victim_funding <@ array['VAWA', 'FVPSA', 'VOCA']),
  add column youth_shelter text check (youth_shelter in ('basic-center', 'transitional-living')),
  add column education_agency boolean,
  add column tribal boolean;

-- The day of birth, in the clear by decision 0009: the floor compares the birthday, and nobody reads this table.
create table young_fact (
  case_id uuid primary key references case_file on delete cascade,
  born_on date not null check (born_on between '1900-01-01' and '2200-01-01')
);

-- Who may decide with or for a young person, in which areas of life, by which evidence, from when until when. Codes
-- and dates: who it is stands in the sealed words of what they sign.
create table authority (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  capacity text not null check (capacity in ('young_person', 'guardian', 'legal_custodian')),
  relation text check (relation in ('mother', 'father', 'grandparent', 'relative', 'foster-parent', 'guardian', 'agency')),
  domains text[] not null check (cardinality(domains) > 0 and domains <@ array['general-health', 'mental-health',
    'substance-use', 'sexual-health', 'victim-services', 'shelter', 'education', 'placement']),
  evidence text not null check (
    evidence in ('birth-record', 'court-order', 'statute', 'placement', 'enrolment', 'emancipation', 'finding')
  ),
  valid_from timestamptz not null default now(),
  valid_to timestamptz not null default 'infinity',
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null default now(),
  -- nobody is contacted before the young person agrees and somebody has looked at whether it is safe
  contact_agreed_at timestamptz,
  contact_safe_at timestamptz,
  contact_recorded_by uuid references staff,
  -- a suspected exploiter, an abusive parent: signs nothing, is told nothing
  excluded_at timestamptz,
  excluded_from text check (excluded_from in ('young_person', 'staff')),
  excluded_by uuid,
  check (valid_from < valid_to),
  check ((capacity = 'young_person') = (relation is null)),
  check (num_nulls(contact_agreed_at, contact_safe_at, contact_recorded_by) in (0, 3)),
  check (num_nulls(excluded_at, excluded_from, excluded_by) in (0, 3))
);
create index authority_by_case on authority (case_id);

-- Several people can sign one paper, and the young person marks some kinds one by one.
alter table consent_signature drop constraint consent_signature_pkey;
alter table consent_signature drop constraint consent_signature_capacity_check;
alter table consent_signature
  add constraint consent_signature_capacity_check check (capacity in ('young_person', 'guardian', 'legal_custodian')),
  add column authority_id uuid references authority,
  add column initialled bigint not null default 0 check (initialled >= 0),
  -- an adult who takes theirs back takes what needed it
  add column withdrawn_at timestamptz,
  add primary key (grant_id, capacity, signed_at),
  add check ((capacity = 'young_person') = (authority_id is null));
create unique index consent_signature_standing on consent_signature (grant_id, capacity) where withdrawn_at is null;

-- What the law let a permission open when it was last looked at, before stops. What was signed before this was open.
alter table consent_grant add column opens bigint not null default 0;
update consent_grant set opens = categories where status <> 'draft';

-- What one state says, signed by whoever issued it; never edited in place.
create table policy_bundle (
  state text not null check (state ~ '^[A-Z]{2}$'),
  version text not null,
  effective_from date not null,
  effective_to date,
  body jsonb not null,
  issued_by text not null,
  signature bytea not null check (octet_length(signature) = 64),
  -- the lawyer who read it; null shows as "unreviewed by counsel"
  reviewed_by text,
  primary key (state, version),
  check (effective_from < effective_to)
);
