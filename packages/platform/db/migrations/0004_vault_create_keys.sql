-- Keys at rest: nothing in this file opens anything without the ring of a node.

-- The public half of each agency's present epoch, so that another ring can share with it.
create table agency_key (
  agency_id uuid not null references agency on delete cascade,
  epoch integer not null,
  public_key bytea not null,
  started_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (agency_id, epoch)
);

-- A young person holds keys too; their secret is wrapped by the lead agency, whose ring speaks for them. It is made
-- anew, as their next epoch, whenever that agency's epoch changes.
create table young_person_key (
  young_person_id uuid primary key references young_person on delete cascade,
  case_id uuid not null references case_file on delete cascade,
  agency_id uuid not null references agency,
  agency_epoch integer not null,
  epoch integer not null default 1,
  public_key bytea not null,
  wrapped bytea not null
);

-- One case key per case and owner agency, wrapped by that agency alone. `version` is what is written with next.
create table case_key (
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null references agency,
  version integer not null default 1,
  agency_epoch integer not null,
  wrapped bytea not null,
  primary key (case_id, owner_agency)
);

-- Every derived key that has been written with: sharing walks this list.
create table category_key (
  case_id uuid not null,
  owner_agency uuid not null,
  category_mask bigint not null check (category_mask > 0),
  key_version integer not null,
  primary key (case_id, owner_agency, category_mask, key_version),
  foreign key (case_id, owner_agency) references case_key on delete cascade
);

-- A category key as one holder can open it. Tied to its basis: it goes when the basis goes.
create table key_wrap (
  id uuid primary key,
  case_id uuid not null,
  owner_agency uuid not null,
  category_mask bigint not null,
  key_version integer not null,
  holder_id uuid not null,
  holder_epoch integer not null,
  basis_id uuid not null,
  ends_at timestamptz not null,
  wrapped bytea not null,
  unique (case_id, holder_id, owner_agency, category_mask, key_version, basis_id),
  foreign key (case_id, owner_agency, category_mask, key_version) references category_key on delete cascade
);
create index key_wrap_by_basis on key_wrap (basis_id);
create index key_wrap_by_holder on key_wrap (holder_id, holder_epoch);
