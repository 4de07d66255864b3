-- How an agency comes to hold items of a case, and who in it is assigned. These write the projection; the runtime
-- role cannot. Each checks the signed context itself.

create or replace function accord.custody_mask() returns bigint
language sql stable security definer set search_path = accord, pg_temp as $$
  select sum(1::bigint << bit)::bigint from category where not author_only
$$;

-- Own custody opens an agency's own items to its assigned staff, for each purpose that its system has.
create or replace function accord.take_custody(the_case uuid, agency uuid, purposes smallint[]) returns void
language sql security definer set search_path = accord, pg_temp as $$
  insert into effective_access (
    case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind, basis_id, see_mask, know_mask,
    valid_from, valid_to, opened_at
  )
  select the_case, agency, 'agency', agency, p, 'own_custody', agency, custody_mask(), custody_mask(),
    now(), 'infinity', f.opened_at
  from unnest(purposes) p, case_file f where f.id = the_case
  on conflict do nothing
$$;

-- A new young person and their case, led by the speaker's agency, with the speaker assigned.
-- The young person sees what `self_mask` names of what the lead agency holds.
create or replace function accord.create_case(
  the_case uuid, young_person uuid, code text, purposes smallint[], self_purpose smallint, self_mask bigint
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if me.kind is distinct from 'staff' then raise exception 'only staff open a case' using errcode = 'AC404'; end if;
  insert into young_person (id) values (young_person);
  insert into case_file (id, young_person_id, lead_agency, code_name)
    values (the_case, young_person, me.agency_id, code);
  insert into assignment (case_id, staff_id, kind) values (the_case, me.actor_id, 'assigned');
  perform take_custody(the_case, me.agency_id, purposes);
  insert into effective_access (
    case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind, basis_id, see_mask, know_mask,
    valid_from, valid_to, opened_at
  )
  select the_case, me.agency_id, 'young_person', young_person, self_purpose, 'self_access', young_person,
    self_mask, self_mask, now(), 'infinity', f.opened_at
  from case_file f where f.id = the_case;
end $$;

-- Assignment, cover or supervision of a colleague of one's own agency, on a case that one works on oneself. Nobody
-- assigns themselves: who covers until tonight would cover for ever, and a supervisor would write unseen.
create or replace function accord.assign(the_case uuid, colleague uuid, how text, until timestamptz) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if not holds_for(the_case, me.agency_id) or colleague = me.actor_id then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  perform from staff where id = colleague and agency_id = me.agency_id and ended_at is null;
  if not found then raise exception 'no such colleague' using errcode = 'AC404'; end if;
  insert into assignment (case_id, staff_id, kind, valid_to) values (the_case, colleague, how, until)
    on conflict (case_id, staff_id, kind) do update set valid_to = excluded.valid_to;
end $$;
