-- A referral from need to answer. Its state stands on the spine and is moved by one function alone: for the agency
-- that wrote it, for the agency that runs the service while a permission opens the referral to it, and for the young
-- person, who alone says whether it helped.

alter table accord.directory_agency enable row level security;
alter table accord.directory_agency force row level security;
create policy directory_agency_read on accord.directory_agency for select to accord_runtime using (true);
create policy floor on accord.directory_agency for select to accord_floor using (true);
create policy floor on accord.directory_service for select to accord_floor using (true);
grant select on accord.directory_agency to accord_runtime, accord_floor;
grant select on accord.directory_service, accord.referral to accord_floor;
grant select, update (state, state_reason, state_at, state_by, revision) on accord.case_item to accord_floor;

-- A new referral waits for an answer, whoever writes it.
create or replace function accord.start_referral() returns trigger
language plpgsql set search_path = accord, pg_temp as $$
begin
  new.state := 'requested';
  return new;
end $$;
create or replace trigger start_referral before insert on accord.case_item
  for each row when (new.kind = 'referral') execute function accord.start_referral();

-- Writers change steps by hand, and a referral by accord.move_referral() alone.
create policy by_function on accord.case_item as restrictive for update to accord_runtime using (kind <> 'referral');

-- The referrals of the scope that the present reader sees and whose service their own agency runs.
create or replace function accord.received_referrals() returns setof uuid
language sql stable set search_path = accord, pg_temp as $$
  select r.item_id from referral r
  join directory_service s on s.id = r.service_id
  join directory_agency l on l.organization_id = s.organization_id
  where r.case_id = any (scope()) and (context()).kind = 'staff' and l.agency_id = (context()).agency_id
$$;

-- Who at the agency that runs a service would see at once what the speaker's agency writes of these kinds. `on_case`
-- says whether they are assigned there: then what is open to their agency is open to them.
create or replace function accord.referral_readers(the_case uuid, the_service uuid, kinds bigint)
returns table (staff_id uuid, name text, title text, on_case boolean)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  if not writes_for(the_case, me.agency_id) then return; end if;
  return query
  select s.id, s.name, s.title, work.on_case
  from directory_service d
  join directory_agency l on l.organization_id = d.organization_id
  join staff s on s.agency_id = l.agency_id and s.started_at <= now_at and (s.ended_at is null or s.ended_at > now_at)
  cross join lateral (
    select exists (
      select from assignment a
      where a.case_id = the_case and a.staff_id = s.id and a.valid_from <= now_at and a.valid_to > now_at
    ) as on_case
  ) work
  where d.id = the_service and s.id <> me.actor_id and exists (
    select from effective_access e
    where e.case_id = the_case and e.owner_agency = me.agency_id
      and e.valid_from <= now_at and e.valid_to > now_at and e.data_from <= now_at and e.data_to > now_at
      and kinds & ~(e.see_mask & ~denied_mask(the_case, s.id, s.agency_id)) = 0
      and case e.grantee_kind
        when 'staff' then e.grantee_id = s.id
        when 'agency' then e.grantee_id = s.agency_id and work.on_case
        else false
      end
  )
  order by s.name, s.id;
end $$;

-- Of these referrals of the speaker's own agency, the ones that somebody at the service sees now. The others are on the
-- plan and nowhere else, whatever they were called when they were written.
create or replace function accord.reached_referrals(the_items uuid[]) returns setof uuid
language sql stable set search_path = accord, pg_temp as $$
  select i.id from case_item i
  join referral r on r.case_id = i.case_id and r.item_id = i.id
  where i.case_id = any (scope()) and i.id = any (the_items) and i.owner_agency = (context()).agency_id
    and exists (select from referral_readers(i.case_id, r.service_id, i.category_mask))
$$;

-- The table of moves, as REFERRAL_MOVES of the contract has it; a test compares the two.
create or replace function accord.may_move_referral(part text, was text, becomes text) returns boolean
language sql immutable set search_path = accord, pg_temp as $$
  select case part
    when 'young-person' then was = 'completed' and becomes = 'completed'
    else exists (
      select from (values
        ('requested', 'accepted', true),
        ('requested', 'rejected', true), ('accepted', 'rejected', true),
        ('accepted', 'in-progress', true), ('on-hold', 'in-progress', true),
        ('in-progress', 'on-hold', true),
        ('accepted', 'completed', true), ('in-progress', 'completed', true), ('on-hold', 'completed', true),
        ('accepted', 'failed', false), ('in-progress', 'failed', false), ('on-hold', 'failed', false),
        ('requested', 'cancelled', false), ('accepted', 'cancelled', false),
        ('in-progress', 'cancelled', false), ('on-hold', 'cancelled', false)
      ) as move(from_state, to_state, receiver_too)
      where from_state = was and to_state = becomes and (part = 'owner' or part = 'receiver' and receiver_too)
    )
  end
$$;

-- Moves a referral on from exactly this revision, for whoever sees it now and has a part in it. AC404 for everybody
-- else, AC409 when it moved meanwhile or cannot go there from where it stands.
create or replace function accord.move_referral(
  the_case uuid, the_item uuid, at_revision integer, becomes text, why text
) returns table (revision integer, owner_agency uuid, category_mask bigint, body_version integer)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  item accord.case_item;
  part text;
begin
  select * into item from case_item i
    where i.case_id = the_case and i.id = the_item and i.kind = 'referral' for update;
  -- After the lock: a stop that came first has taken the opening away.
  if not found or not exists (
    select from unnest(openings()) o
    where o.case_id = item.case_id and o.owner_agency = item.owner_agency and item.category_mask & ~o.see_mask = 0
      and item.occurred_at >= o.data_from and item.occurred_at < o.data_to
  ) then
    raise exception 'no such referral for this speaker' using errcode = 'AC404';
  end if;
  part := case
    when is_own_case(the_case) then 'young-person'
    when item.owner_agency = me.agency_id and writes_for(the_case, item.owner_agency) then 'owner'
    when me.kind = 'staff' and exists (
      select from referral r
      join directory_service s on s.id = r.service_id
      join directory_agency l on l.organization_id = s.organization_id
      where r.case_id = the_case and r.item_id = the_item and l.agency_id = me.agency_id
    ) then 'receiver'
  end;
  if part is null then raise exception 'no part in this referral' using errcode = 'AC404'; end if;
  if item.revision <> at_revision then raise exception 'it moved meanwhile' using errcode = 'AC409'; end if;
  if not may_move_referral(part, item.state, becomes) then
    raise exception 'not from where it stands' using errcode = 'AC409';
  end if;
  -- Only the young person says whether it helped: for staff "done" comes without that word, for them never.
  if becomes = 'completed' and (part = 'young-person') <> (why is not null) then
    raise exception 'whose word that is' using errcode = 'AC403';
  end if;
  return query
    update case_item i
    set state = becomes, state_reason = why, state_at = statement_timestamp(), state_by = me.actor_id,
      revision = i.revision + 1
    where i.case_id = the_case and i.id = the_item
    returning i.revision, i.owner_agency, i.category_mask, i.body_version;
end $$;
