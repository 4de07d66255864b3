-- Who may sign for a young person, and their birthday. Codes and dates only; what somebody signs is in 40_permissions.

-- The day of birth, for whoever holds items of the case and for the young person. The table itself nobody reads.
create or replace function accord.born_on(the_case uuid) returns date
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if not (is_own_case(the_case) or holds_for(the_case, me.agency_id)) then return null; end if;
  return (select y.born_on from young_fact y where y.case_id = the_case);
end $$;

-- What rests on the signature of somebody else no longer opens anything: rows and wraps go now, and what is written
-- next is written with a new key. `signer` null: of anybody but the young person.
create or replace function accord.close_resting_on(the_case uuid, signer uuid) returns void
language plpgsql set search_path = accord, pg_temp as $$
declare g accord.consent_grant;
begin
  perform take_keys(the_case);
  for g in
    select * from consent_grant c
    where c.case_id = the_case and c.status in ('active', 'paused') and exists (
      select from consent_signature s
      where s.grant_id = c.id and s.withdrawn_at is null and s.capacity <> 'young_person'
        and coalesce(s.authority_id = signer, true)
    )
    for update
  loop
    delete from effective_access where basis_id = g.id;
    delete from key_wrap where basis_id = g.id;
    update consent_grant set opens = 0 where id = g.id;
    perform end_writing(g);
    update case_key set version = version + 1 where case_id = g.case_id and owner_agency = g.discloser_agency;
  end loop;
end $$;

-- Set by the agency that leads, as the profile says. Another day may be another majority: what rests on an adult's
-- signature closes until it is looked at again.
create or replace function accord.set_born_on(the_case uuid, day date) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  before date := (select y.born_on from young_fact y where y.case_id = the_case);
begin
  perform from case_file f where f.id = the_case and f.lead_agency = me.agency_id and writes_for(f.id, me.agency_id);
  if not found then raise exception 'no such case for this speaker' using errcode = 'AC404'; end if;
  if before is not distinct from day then return; end if;
  if day is null then
    delete from young_fact where case_id = the_case;
  else
    insert into young_fact (case_id, born_on) values (the_case, day)
      on conflict (case_id) do update set born_on = excluded.born_on;
  end if;
  if before is not null then perform close_resting_on(the_case, null); end if;
end $$;

-- Recorded by whoever writes for an agency that holds items of the case, from evidence that they have seen.
create or replace function accord.record_authority(
  authority uuid, the_case uuid, of_capacity text, of_relation text, in_domains text[], by_evidence text,
  from_at timestamptz, until_at timestamptz
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if not writes_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  insert into authority (id, case_id, capacity, relation, domains, evidence, valid_from, valid_to, recorded_by)
    values (authority, the_case, of_capacity, of_relation, in_domains, by_evidence, from_at, until_at, me.actor_id);
end $$;

-- The authority, locked, for a speaker who may change it: AC404 else. The keys of its case first, as everywhere, so that
-- whoever signs by it and whoever takes it away do not wait for each other in a circle.
create or replace function accord.authority_for_change(the_authority uuid, young_too boolean) returns accord.authority
language plpgsql set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  a accord.authority;
begin
  select * into a from authority where id = the_authority;
  if not (writes_for(a.case_id, me.agency_id) or young_too and is_own_case(a.case_id)) then
    raise exception 'no such authority for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(a.case_id);
  select * into a from authority where id = the_authority for update;
  return a;
end $$;

-- A change of custody, an order that was lifted: over now, and with it what rests on it (T18-9).
create or replace function accord.end_authority(the_authority uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare a accord.authority := authority_for_change(the_authority, false);
begin
  if a.valid_to <= statement_timestamp() then raise exception 'already over' using errcode = 'AC409'; end if;
  update authority set valid_to = greatest(statement_timestamp(), valid_from + interval '1 microsecond') where id = a.id;
  perform close_resting_on(a.case_id, a.id);
end $$;

-- The young person agrees that this adult is contacted, and somebody has looked at whether that is safe.
create or replace function accord.agree_contact(the_authority uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  a accord.authority := authority_for_change(the_authority, false);
begin
  if a.excluded_at is not null or a.capacity = 'young_person' then
    raise exception 'not somebody to contact' using errcode = 'AC409';
  end if;
  update authority set contact_agreed_at = statement_timestamp(), contact_safe_at = statement_timestamp(),
    contact_recorded_by = me.actor_id where id = a.id;
end $$;

-- Signs nothing, is told nothing, and what they signed opens nothing from now on (A16.7, A16.8). By the young person,
-- or by staff.
create or replace function accord.exclude_signer(the_authority uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  a accord.authority := authority_for_change(the_authority, true);
begin
  if a.capacity = 'young_person' then raise exception 'the young person themselves' using errcode = 'AC409'; end if;
  update authority set excluded_at = statement_timestamp(), excluded_by = me.actor_id,
    excluded_from = case me.kind when 'youth' then 'young_person' else 'staff' end
    where id = a.id and excluded_at is null;
  perform close_resting_on(a.case_id, a.id);
end $$;

-- What the young person said, they alone take back. Nothing opens again by it: that is for a new signature.
create or replace function accord.let_sign(the_authority uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  a accord.authority := authority_for_change(the_authority, true);
begin
  if a.excluded_at is null or a.excluded_from = 'young_person' and me.kind <> 'youth' then
    raise exception 'not theirs to take back' using errcode = 'AC409';
  end if;
  update authority set excluded_at = null, excluded_by = null, excluded_from = null, contact_agreed_at = null,
    contact_safe_at = null, contact_recorded_by = null where id = a.id;
end $$;
