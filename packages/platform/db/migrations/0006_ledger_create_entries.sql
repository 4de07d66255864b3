-- Append-only. Ids and kinds, never content. A row keeps its transaction id, so that a sealer outside the
-- request path can take what is surely committed.

create table ledger_entry (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  epoch integer not null default 1,
  node_id uuid not null,
  actor_kind text not null check (actor_kind in ('staff', 'youth', 'guest', 'advisor', 'system')),
  actor_id uuid not null,
  actor_agency uuid,
  action text not null check (action in ('opened', 'previewed', 'shared', 'stopped', 'wrote')),
  case_id uuid not null,
  owner_agency uuid not null,
  purpose smallint not null,
  category_mask bigint not null,
  item_count integer not null,
  digest bytea not null check (octet_length(digest) = 32)
);
create index ledger_entry_by_case on ledger_entry (case_id, at desc);

-- The first time that one version of one item reached one reader.
create table ledger_exposure (
  case_id uuid not null,
  item_id uuid not null,
  version integer not null,
  reader_id uuid not null,
  entry_id uuid not null references ledger_entry,
  at timestamptz not null default clock_timestamp(),
  primary key (case_id, reader_id, item_id, version)
);
