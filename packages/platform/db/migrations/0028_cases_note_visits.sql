-- When somebody last looked at the page of a case: what came since is marked for them. Theirs alone; no text stands here.
create table case_visit (
  case_id uuid not null references case_file on delete cascade,
  staff_id uuid not null references staff,
  looked_at timestamptz not null,
  primary key (case_id, staff_id)
);
