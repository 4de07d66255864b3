-- Protocols: how the network works, reviewed by its survivor advisors. Texts of the network itself, in the clear:
-- nothing here is about a young person, and no column can point at a case.

create table protocol (
  id uuid primary key,
  agency_id uuid not null references agency,
  title text not null check (length(title) between 1 and 120),
  created_by uuid not null references staff,
  created_at timestamptz not null default now()
);

-- A change makes a new version; what a version says is never changed.
create table protocol_version (
  protocol_id uuid not null references protocol,
  number integer not null check (number > 0),
  status text not null default 'draft' check (status in ('draft', 'in-review', 'published')),
  made_by uuid not null references staff,
  made_at timestamptz not null default now(),
  published_at timestamptz,
  primary key (protocol_id, number),
  check ((status = 'published') = (published_at is not null))
);

-- A block keeps its id from version to version, whatever its number and its words become.
create table protocol_block (
  protocol_id uuid not null,
  version integer not null,
  block_id uuid not null,
  number integer not null check (number > 0),
  heading text not null check (length(heading) between 1 and 80),
  body text not null check (length(body) between 1 and 2000),
  primary key (protocol_id, version, block_id),
  unique (protocol_id, version, number),
  foreign key (protocol_id, version) references protocol_version
);

create table protocol_comment (
  id uuid primary key,
  protocol_id uuid not null,
  version integer not null,
  block_id uuid not null,
  advisor_id uuid not null references advisor,
  kind text not null check (kind in ('question', 'suggestion', 'concern', 'objection')),
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  body text not null check (length(body) between 1 and 2000),
  made_at timestamptz not null default now(),
  foreign key (protocol_id, version, block_id) references protocol_block
);
create index protocol_comment_by_protocol on protocol_comment (protocol_id);

-- One written answer to each comment, and what came of it.
create table protocol_answer (
  comment_id uuid primary key references protocol_comment,
  result text not null check (result in ('changed', 'not-changed')),
  body text not null check (length(body) between 1 and 2000),
  answered_by uuid not null references staff,
  answered_at timestamptz not null default now()
);

-- `shown_as` is the name that the advisor chose to sign with: their own or another.
create table protocol_sign_off (
  protocol_id uuid not null,
  version integer not null,
  advisor_id uuid not null references advisor,
  shown_as text not null check (length(shown_as) between 1 and 80),
  signed_at timestamptz not null default now(),
  primary key (protocol_id, version, advisor_id),
  foreign key (protocol_id, version) references protocol_version
);

-- Time given to a review, by day (UTC), so that it can be paid.
create table review_time (
  advisor_id uuid not null references advisor,
  protocol_id uuid not null references protocol,
  day date not null,
  seconds integer not null check (seconds >= 0),
  last_at timestamptz not null,
  primary key (advisor_id, protocol_id, day)
);
