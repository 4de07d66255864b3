-- Saved questions to the rule, with the answer that each must have. Whoever supervises a case of the agency saves and
-- removes them; AC404 for everybody else, as for another agency's.

-- A hundred at most: all of them are asked whenever somebody looks. AC409 beyond that.
create or replace function accord.save_policy_case(
  the_id uuid, its_name text, its_start text, its_kinds bigint, for_purpose smallint, on_day date, by_law text,
  must_be text, because text
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  perform pg_advisory_xact_lock(hashtextextended('accord/policy-case/' || me.agency_id, 0));
  if (select count(*) from policy_case p where p.agency_id = me.agency_id) >= 100 then
    raise exception 'a hundred at most' using errcode = 'AC409';
  end if;
  insert into policy_case (
    id, agency_id, name, start, kinds, purpose, asked_on, law, decision, reason, made_by, made_at
  )
  values (
    the_id, me.agency_id, its_name, its_start, its_kinds, for_purpose, on_day, by_law, must_be, because, me.actor_id,
    statement_timestamp()
  );
end $$;

create or replace function accord.remove_policy_case(the_id uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  delete from policy_case where id = the_id and agency_id = me.agency_id;
  if not found then raise exception 'no such case for this speaker' using errcode = 'AC404'; end if;
end $$;

-- Colleagues read what their agency asks.
create policy own on accord.policy_case for select to accord_runtime using (
  agency_id = (select (accord.context()).agency_id) and (select (accord.context()).kind) = 'staff'
);
