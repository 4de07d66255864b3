-- Permissions as they were signed, what was stopped of them, and the projection that the floor reads.

create table consent_grant (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  discloser_agency uuid not null references agency,
  recipient_kind text not null check (recipient_kind in ('staff', 'agency')),
  recipient_id uuid not null,
  purpose smallint not null references purpose,
  categories bigint not null check (categories > 0),
  data_from timestamptz not null default '-infinity',
  data_to timestamptz not null default 'infinity',
  valid_from timestamptz not null default now(),
  valid_to timestamptz not null check (valid_to < 'infinity'),
  -- the recipient may add items of their own agency to the case
  may_write boolean not null default false,
  status text not null default 'draft' check (status in ('draft', 'active', 'stopped')),
  prepared_by uuid not null references staff,
  prepared_at timestamptz not null default now(),
  check (valid_from < valid_to)
);
create index consent_grant_by_case on consent_grant (case_id);

-- Who signed, in which capacity, how, and with which witness. Names are in the sealed document.
create table consent_signature (
  grant_id uuid not null references consent_grant on delete cascade,
  capacity text not null check (capacity in ('young_person')),
  method text not null check (method in ('typed', 'spoken')),
  recorded_by uuid not null references staff,
  signed_at timestamptz not null default now(),
  form_digest bytea not null check (octet_length(form_digest) = 32),
  primary key (grant_id, capacity)
);

-- Effective on receipt; the row is the record, never the switch that a reader waits for.
create table consent_revocation (
  id uuid primary key,
  grant_id uuid not null references consent_grant on delete cascade,
  categories bigint not null check (categories > 0),
  received_from text not null check (received_from in ('young_person', 'staff')),
  received_by uuid not null,
  received_at timestamptz not null default now()
);
create index consent_revocation_by_grant on consent_revocation (grant_id);

-- The words of a permission (why, the signature, the witness), sealed like any other text of the case.
create table consent_document (
  grant_id uuid not null references consent_grant on delete cascade,
  version smallint not null,
  case_id uuid not null,
  owner_agency uuid not null,
  category_mask bigint not null,
  key_version integer not null,
  sealed bytea not null,
  primary key (grant_id, version)
);

-- The projection: one row is one basis that opens one owner's items to one grantee for one purpose.
-- A row must cover all kinds of an item by itself; masks are never OR-ed across rows.
create table effective_access (
  case_id uuid not null references case_file on delete cascade,
  owner_agency uuid not null,
  grantee_kind text not null check (grantee_kind in ('agency', 'staff', 'young_person')),
  grantee_id uuid not null,
  purpose smallint not null,
  basis_kind text not null check (
    basis_kind in ('consent', 'own_custody', 'self_access', 'court_order', 'team_statute', 'mandate', 'emergency')
  ),
  basis_id uuid not null,
  see_mask bigint not null,
  know_mask bigint not null,
  data_from timestamptz not null default '-infinity',
  data_to timestamptz not null default 'infinity',
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  opened_at timestamptz not null,
  primary key (case_id, grantee_id, purpose, owner_agency, basis_id),
  check (see_mask & ~know_mask = 0),
  check (valid_from < valid_to)
);
create index effective_access_feed on effective_access (grantee_id, purpose, opened_at desc, case_id);
create index effective_access_by_basis on effective_access (basis_id);

-- Restrictions and people who may never see: any match beats any basis.
create table access_denial (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  target_kind text not null check (target_kind in ('agency', 'staff')),
  target_id uuid not null,
  categories bigint not null check (categories <> 0),
  valid_from timestamptz not null default now(),
  valid_to timestamptz not null default 'infinity'
);
create index access_denial_by_case on access_denial (case_id, target_id);

-- What one basis opens to the present reader, restrictions already taken out. Made by accord.openings() only.
create type opening as (
  case_id uuid,
  owner_agency uuid,
  see_mask bigint,
  know_mask bigint,
  data_from timestamptz,
  data_to timestamptz,
  valid_to timestamptz,
  -- own custody of these items: assigned, covering or supervising
  holds boolean,
  -- custody by assignment or cover: a supervisor reads
  may_write boolean
);
