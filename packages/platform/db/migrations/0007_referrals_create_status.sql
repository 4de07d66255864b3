-- Where a referral stands. What it says is the item's sealed body.
create table referral (
  case_id uuid not null,
  item_id uuid not null,
  service_id uuid not null,
  status text not null default 'requested'
    check (status in ('requested', 'accepted', 'rejected', 'in-progress', 'completed', 'cancelled')),
  status_at timestamptz not null default now(),
  primary key (case_id, item_id),
  foreign key (case_id, item_id) references case_item (case_id, id) on delete cascade
);
