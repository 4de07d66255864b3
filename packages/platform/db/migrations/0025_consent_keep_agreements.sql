-- What each agency signed with others. It caps what a permission can open: what one gives, and what another receives.

-- As it was signed; only its end moves, and only forward to sooner. Workplace names and numbers, and nothing of a case.
create table agreement (
  id uuid primary key,
  agency_id uuid not null references agency,
  sort text not null check (sort in ('mou', 'qsoa', 'baa', 'data-sharing')),
  parties text not null check (length(parties) between 1 and 200),
  number text not null check (number ~ '^[A-Za-z0-9][A-Za-z0-9 .:/()§-]{1,39}$'),
  -- SHA-256 of the file; null: it is on paper
  digest bytea check (octet_length(digest) = 32),
  signed_by text not null check (length(signed_by) between 1 and 80),
  signed_on date not null,
  gives bigint not null check (gives >= 0),
  receives bigint not null check (receives >= 0),
  purposes smallint[] not null check (cardinality(purposes) > 0),
  valid_from timestamptz not null,
  -- its own end
  valid_to timestamptz not null,
  -- when it was over: its own end, or sooner because somebody ended it or another one took its place
  over_at timestamptz not null,
  replaces uuid unique references agreement,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null default now(),
  ended_by uuid references staff,
  -- when that was written down, and not when it took effect
  ended_at timestamptz,
  check (gives | receives <> 0),
  check (valid_from < valid_to and over_at <= valid_to),
  check ((ended_by is null) = (ended_at is null) and (ended_by is not null or over_at = valid_to))
);
create index agreement_by_agency on agreement (agency_id);

-- Kinds of one permission can be covered for different times: a row for each end, the first of them with all kinds.
alter table effective_access add column part smallint not null default 0;
alter table effective_access drop constraint effective_access_pkey;
alter table effective_access add primary key (case_id, grantee_id, purpose, owner_agency, basis_id, part);

-- Until when the law lets a permission open anything, agreements aside: an agreement that is continued carries it on to there.
alter table consent_grant add column lawful_to timestamptz;

-- No agreement is known yet, and unknown opens nothing: what permissions had opened closes, with its keys. The
-- permissions stay as they were signed; once agreements are recorded, one that is paused and started again opens anew.
alter table effective_access no force row level security;
alter table key_wrap no force row level security;
alter table case_key no force row level security;
alter table past_fact no force row level security;
update case_key k set version = k.version + 1 where exists (
  select from effective_access e
  where e.basis_kind = 'consent' and e.case_id = k.case_id and e.owner_agency = k.owner_agency
);
delete from key_wrap w using effective_access e where e.basis_kind = 'consent' and w.basis_id = e.basis_id;
delete from effective_access where basis_kind = 'consent';
update past_fact set key = key || '/0' where about = 'effective_access';
alter table effective_access force row level security;
alter table key_wrap force row level security;
alter table case_key force row level security;
alter table past_fact force row level security;
