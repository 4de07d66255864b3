-- While a hold stands, nothing of its case may be deleted. This binds the owner of the tables too: erasing a case, a
-- retention job and a slip of the hand all come through here.

create or replace function accord.keep_held() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
declare the_case uuid := case tg_table_name when 'case_file' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'case_id' end;
begin
  if exists (select from legal_hold h where h.case_id = the_case and h.lifted_at is null) then
    raise exception 'a legal hold stands on this case' using errcode = 'AC409';
  end if;
  return old;
end $$;

-- A table emptied whole asks no row: while any hold stands, none is.
create or replace function accord.keep_all_held() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if exists (select from legal_hold where lifted_at is null) then
    raise exception 'a legal hold stands' using errcode = 'AC409';
  end if;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['case_file', 'case_item', 'case_item_body', 'case_key', 'category_key', 'legal_hold'] loop
    execute format('create or replace trigger keep_held before delete on accord.%I
      for each row execute function accord.keep_held()', t);
    execute format('create or replace trigger keep_all_held before truncate on accord.%I
      for each statement execute function accord.keep_all_held()', t);
  end loop;
end $$;

-- Whoever is on the case for an agency that holds something of it knows that a hold stands.
create policy holders on accord.legal_hold for select to accord_runtime using (
  exists (select from unnest((select accord.openings())) o where o.case_id = legal_hold.case_id and o.holds)
);

-- Placed by whoever is on the case for an agency that holds items of it; it holds from this instant. AC404: they are not.
create or replace function accord.place_hold(hold uuid, the_case uuid, why text) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if me.kind is distinct from 'staff' or not holds_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  -- after an erasure that runs: what is gone is not held
  perform take_keys(the_case);
  insert into legal_hold (id, case_id, owner_agency, placed_by, reason, placed_at)
    values (hold, the_case, me.agency_id, me.actor_id, why, statement_timestamp());
end $$;

-- Lifted by another person of the agency that placed it. AC409: by the same person, or lifted before.
create or replace function accord.lift_hold(hold uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  h accord.legal_hold;
begin
  select * into h from legal_hold where id = hold for update;
  if not found or me.kind is distinct from 'staff' or h.owner_agency <> me.agency_id
    or not holds_for(h.case_id, h.owner_agency)
  then
    raise exception 'no such hold for this speaker' using errcode = 'AC404';
  end if;
  if h.placed_by = me.actor_id or h.lifted_at is not null then
    raise exception 'another person lifts it, once' using errcode = 'AC409';
  end if;
  update legal_hold set lifted_at = statement_timestamp(), lifted_by = me.actor_id where id = hold;
end $$;
