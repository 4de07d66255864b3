drop table directory_agency;

alter table referral
  add column status text not null default 'requested'
    check (status in ('requested', 'accepted', 'rejected', 'in-progress', 'completed', 'cancelled')),
  add column status_at timestamptz not null default now();

alter table case_item
  drop constraint case_item_state_check,
  drop constraint case_item_state_reason_check,
  drop column state_reason,
  drop column state_at,
  drop column state_by;
alter table case_item no force row level security;
update case_item set state = 'open' where kind = 'referral';
alter table case_item force row level security;
alter table case_item add constraint case_item_state_check check (state in ('open', 'done'));
