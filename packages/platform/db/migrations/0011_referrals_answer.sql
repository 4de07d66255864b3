-- Where a referral stands is the state of its item on the spine, so that it moves, pings and conflicts like a step.
-- In the clear by intent: status codes, reason codes, when and by whom. Never a word that somebody wrote.

alter table case_item
  drop constraint case_item_state_check,
  add column state_reason text,
  add column state_at timestamptz,
  add column state_by uuid;

-- No policy lets the owner of a forced table see its rows; the routines force it again in any case.
alter table case_item no force row level security;
update case_item set state = 'requested' where kind = 'referral';
alter table case_item force row level security;

alter table case_item
  add constraint case_item_state_check check (
    case kind
      -- FHIR Task, as SDOH Clinical Care narrows it
      when 'referral' then state in (
        'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled'
      )
      else state in ('open', 'done')
    end
  ),
  add constraint case_item_state_reason_check check (
    case
      when kind = 'referral' and state = 'rejected'
        then coalesce(state_reason in ('full', 'age', 'distance', 'group', 'other-help', 'not-said'), false)
      -- what the young person says of it, and nobody else
      when kind = 'referral' and state = 'completed' then state_reason in ('helped', 'not-helped')
      else state_reason is null
    end
  );

alter table referral drop column status, drop column status_at;

-- Which agency of the network runs an organisation of the directory. Public, and set by the owner of the network.
create table directory_agency (
  organization_id uuid primary key references directory_organization,
  agency_id uuid not null references agency on delete cascade
);
create index directory_agency_by_agency on directory_agency (agency_id);
