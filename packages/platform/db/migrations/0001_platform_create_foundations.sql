-- What everything else stands on: the catalogue of kinds of data, the purposes, and the nodes that may speak.

create table category (
  bit smallint primary key check (bit between 0 and 62),
  code text not null unique,
  -- false: for a reader who may not see it, it does not exist
  existence_known boolean not null,
  -- false: no permission opens it
  consentable boolean not null,
  -- true: own custody does not open it to colleagues, only to whoever wrote it
  author_only boolean not null
);

create table purpose (
  id smallint primary key,
  code text not null unique
);

-- A node signs the context of each transaction with its own key. The two halves are the key mixed with the
-- HMAC pads (RFC 2104), so that a signature is checked with the built-in sha256 alone.
create table node (
  id uuid primary key,
  inner_pad bytea not null check (octet_length(inner_pad) = 64),
  outer_pad bytea not null check (octet_length(outer_pad) = 64),
  registered_at timestamptz not null default now()
);

-- The key of the topics that change notices carry; whoever listens without it learns only that something moved.
create table topic_key (
  singleton boolean primary key default true check (singleton),
  inner_pad bytea not null check (octet_length(inner_pad) = 64),
  outer_pad bytea not null check (octet_length(outer_pad) = 64)
);

-- Token buckets: what is limited is a keyed digest, never an address or a name.
create table rate_bucket (
  digest bytea primary key,
  taken integer not null,
  window_ends timestamptz not null
);

-- Who is speaking, as a node signed it. Read through accord.context() only.
create type actor_context as (
  node_id uuid,
  kind text,
  actor_id uuid,
  agency_id uuid,
  job text,
  purpose smallint
);
