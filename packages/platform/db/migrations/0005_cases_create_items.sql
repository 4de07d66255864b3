-- Everything on a case page is made of these two tables, whatever the number of domains.

-- The spine. Its row policy asks who may know of an item.
create table case_item (
  case_id uuid not null references case_file on delete cascade,
  id uuid not null,
  kind text not null,
  owner_agency uuid not null references agency,
  category_mask bigint not null check (category_mask > 0),
  parent_id uuid,
  state text not null default 'open' check (state in ('open', 'done')),
  -- counts every change of this row; `body_version` is the version of the text that is current
  revision integer not null default 1,
  body_version integer not null default 1,
  occurred_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (case_id, id),
  foreign key (case_id, parent_id) references case_item (case_id, id)
);

-- One sealed value per version. Its row policy asks who may see.
create table case_item_body (
  case_id uuid not null,
  item_id uuid not null,
  version integer not null,
  owner_agency uuid not null,
  category_mask bigint not null check (category_mask > 0),
  key_version integer not null,
  occurred_at timestamptz not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  primary key (case_id, item_id, version),
  foreign key (case_id, item_id) references case_item (case_id, id) on delete cascade
);
