-- What was on record, version by version: agencies, staff, birthdays, authorities, assignments, state law, and the rows
-- that the floor read. Written by triggers (51_past.sql), changed and taken away by nobody. An answer about a past day
-- is made of this, never of what stands today.
create table past_fact (
  id bigint generated always as identity primary key,
  about text not null check (
    about in ('agency', 'staff', 'young_fact', 'authority', 'assignment', 'policy_bundle', 'effective_access')
  ),
  -- null: of the network, and of no case
  case_id uuid references case_file on delete cascade,
  key text not null,
  at timestamptz not null,
  -- null: taken away
  fact jsonb,
  -- false: as it stood when this record began; what it was before that day, nobody kept
  kept boolean not null default true
);
create index past_fact_of_case on past_fact (case_id, about, key, at);
create index past_fact_of_network on past_fact (about, key, at) where case_id is null;

-- What stands today, as far back as anybody asks. Forced row security would hide the rows from an owner.
do $$
declare
  source record;
begin
  for source in
    select * from (values
      ('agency', 'null::uuid', 'id::text'),
      ('staff', 'null::uuid', 'id::text'),
      ('policy_bundle', 'null::uuid', $k$concat_ws('/', state, version)$k$),
      ('young_fact', 'case_id', 'case_id::text'),
      ('authority', 'case_id', 'id::text'),
      ('assignment', 'case_id', $k$concat_ws('/', staff_id, kind)$k$),
      ('effective_access', 'case_id', $k$concat_ws('/', grantee_id, purpose, owner_agency, basis_id)$k$)
    ) t(name, of_case, key)
  loop
    execute format('alter table %I no force row level security', source.name);
    execute format(
      'insert into past_fact (about, case_id, key, at, fact, kept)
        select %L, %s, %s, ''-infinity'', to_jsonb(t) - ''body'' - ''signature'', false from %I t',
      source.name, source.of_case, source.key, source.name
    );
    execute format('alter table %I force row level security', source.name);
  end loop;
end $$;

-- Under which rules a disclosure was decided: state and version of what was in force. Null: none was.
alter table ledger_entry add column policy_version text check (length(policy_version) <= 80);

alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted')
);
