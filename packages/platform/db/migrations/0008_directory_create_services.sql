-- The directory of services, in the words of HSDS. Public data: nothing here is about a young person.
-- `source` names the import a row came from and `source_id` is its id there. `digest` stands for the row as the
-- source last gave it; null means that the source does not give it now, so that whatever comes next is a change.

create table directory_organization (
  id uuid primary key,
  source text not null,
  source_id text not null,
  name text not null,
  alternate_name text,
  description text,
  email text,
  url text,
  -- true: a service names this organisation and the source does not describe it
  placeholder boolean not null default false,
  withdrawn_at timestamptz,
  digest text,
  unique (source, source_id)
);

create table directory_service (
  id uuid primary key,
  source text not null,
  source_id text not null,
  organization_id uuid not null references directory_organization,
  name text not null,
  alternate_name text,
  description text,
  url text,
  email text,
  status text check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  interpretation_services text,
  application_process text,
  wait_time text,
  fees text,
  accreditations text,
  licenses text,
  -- A service is never deleted: a referral may point at it.
  withdrawn_at timestamptz,
  digest text,
  -- A: service names, B: organisation names, C: service description, D: organisation description
  words tsvector not null default '',
  unique (source, source_id)
);
create index directory_service_by_words on directory_service using gin (words);
create index directory_service_by_organization on directory_service (organization_id);

create table directory_location (
  id uuid primary key,
  source text not null,
  source_id text not null,
  organization_id uuid references directory_organization,
  name text,
  alternate_name text,
  description text,
  transportation text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  digest text,
  unique (source, source_id)
);
create index directory_location_by_organization on directory_location (organization_id);

-- The rows below have no ids that hold in the source: each belongs to one parent, and the rows of a parent
-- are replaced together, in the order of the file (`position`).

create table directory_phone (
  id uuid primary key,
  source text not null,
  service_id uuid references directory_service on delete cascade,
  location_id uuid references directory_location on delete cascade,
  organization_id uuid references directory_organization on delete cascade,
  position integer not null,
  number text not null,
  extension text,
  type text,
  language text,
  description text,
  digest text not null,
  check (num_nonnulls(service_id, location_id, organization_id) = 1)
);
create index directory_phone_by_service on directory_phone (service_id);
create index directory_phone_by_location on directory_phone (location_id);
create index directory_phone_by_organization on directory_phone (organization_id);

create table directory_postal_address (
  id uuid primary key,
  source text not null,
  location_id uuid references directory_location on delete cascade,
  organization_id uuid references directory_organization on delete cascade,
  position integer not null,
  attention text,
  address_1 text not null,
  city text,
  region text,
  state_province text,
  postal_code text,
  country text,
  -- true: lines and city run together in address_1 as published; never guessed apart, never used for a map
  run_together boolean not null,
  digest text not null,
  check (num_nonnulls(location_id, organization_id) = 1)
);
create index directory_postal_address_by_location on directory_postal_address (location_id);
create index directory_postal_address_by_organization on directory_postal_address (organization_id);

create table directory_regular_schedule (
  id uuid primary key,
  source text not null,
  service_id uuid references directory_service on delete cascade,
  location_id uuid references directory_location on delete cascade,
  position integer not null,
  -- ISO 8601: Monday is 1, Sunday is 7
  weekday smallint not null check (weekday between 1 and 7),
  -- both null: closed that day; closing before opening: the next morning
  opens_at time,
  closes_at time,
  digest text not null,
  check (num_nonnulls(service_id, location_id) = 1),
  check (num_nonnulls(opens_at, closes_at) in (0, 2))
);
create index directory_regular_schedule_by_service on directory_regular_schedule (service_id);
create index directory_regular_schedule_by_location on directory_regular_schedule (location_id);
