-- While a hold stands, nothing of its case may be deleted: neither what was written nor the keys that open it.
create table legal_hold (
  id uuid primary key,
  case_id uuid not null references case_file on delete cascade,
  placed_by uuid not null references staff,
  -- why, as a code: never who asked, nor for what
  reason text not null check (reason in ('court-case', 'records-request', 'review')),
  placed_at timestamptz not null default now(),
  lifted_at timestamptz,
  check (lifted_at >= placed_at)
);
create index legal_hold_by_case on legal_hold (case_id);
