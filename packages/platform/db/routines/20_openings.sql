-- What the present reader may know and see in the cases of the scope, worked out once per statement; the row
-- policies compare each row with this short list. One opening must cover an item by itself: masks of two
-- openings are never joined.
create or replace function accord.openings() returns accord.opening[]
language plpgsql stable security definer set search_path = accord, pg_temp
-- planned once per connection: planning costs several times what the query does
set plan_cache_mode = force_generic_plan as $$
declare
  me accord.actor_context := context();
  cases uuid[] := scope();
  now_at timestamptz := statement_timestamp();
begin
  if me.kind is null or me.kind not in ('staff', 'youth') or cases is null then return '{}'; end if;
  return array(
    select (
      e.case_id, e.owner_agency, e.see_mask & ~denied.mask, e.know_mask & ~denied.mask, e.data_from, e.data_to,
      e.valid_to, custody.holds, custody.holds and exists (
        select from assignment a
        where a.case_id = e.case_id and a.staff_id = me.actor_id and a.kind in ('assigned', 'cover')
          and a.valid_from <= now_at and a.valid_to > now_at
      ), e.basis_kind
    )::accord.opening
    -- from the cases to the rows of this reader: by primary key, also under a plan that knows no values
    from unnest(cases) the_case
    join effective_access e on e.case_id = the_case and e.grantee_id in (me.actor_id, me.agency_id)
    cross join lateral (
      select coalesce(bit_or(d.categories), 0) as mask from access_denial d
      where d.case_id = e.case_id and d.target_id in (me.actor_id, me.agency_id)
        and d.valid_from <= now_at and d.valid_to > now_at
    ) denied
    cross join lateral (
      select e.basis_kind = 'own_custody' and e.owner_agency = me.agency_id and e.grantee_kind = 'agency' as holds
    ) custody
    where e.purpose = me.purpose
      and e.valid_from <= now_at and e.valid_to > now_at
      -- who may know nothing by a basis has no opening by it, not even one to write or to share through
      and e.know_mask & ~denied.mask <> 0
      and case e.grantee_kind
        when 'staff' then me.kind = 'staff' and e.grantee_id = me.actor_id
        when 'young_person' then me.kind = 'youth' and e.grantee_id = me.actor_id
        when 'agency' then me.kind = 'staff' and e.grantee_id = me.agency_id and exists (
          select from assignment a
          where a.case_id = e.case_id and a.staff_id = me.actor_id and a.valid_from <= now_at and a.valid_to > now_at
        )
        else false
      end
  );
end $$;

-- The newest cases that the present reader may know of, before an instant: lists start here, never from a
-- table under a policy per row. Each arm has its own limit.
create or replace function accord.my_cases(before timestamptz, most integer)
returns table (case_id uuid, opened_at timestamptz)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  if me.kind is null or me.kind not in ('staff', 'youth') then return; end if;
  return query
  with mine as (
    (select distinct on (e.opened_at, e.case_id) e.case_id, e.opened_at from effective_access e
      where e.grantee_id = me.actor_id and e.purpose = me.purpose and e.opened_at < before
        and e.valid_from <= now_at and e.valid_to > now_at and not accord.is_shut_out(e.case_id, e.know_mask, me)
      order by e.opened_at desc, e.case_id limit most)
    union
    (select distinct on (e.opened_at, e.case_id) e.case_id, e.opened_at from effective_access e
      join assignment a on a.case_id = e.case_id and a.staff_id = me.actor_id
        and a.valid_from <= now_at and a.valid_to > now_at
      where me.kind = 'staff' and e.grantee_kind = 'agency' and e.grantee_id = me.agency_id
        and e.purpose = me.purpose and e.opened_at < before
        and e.valid_from <= now_at and e.valid_to > now_at and not accord.is_shut_out(e.case_id, e.know_mask, me)
      order by e.opened_at desc, e.case_id limit most)
  )
  select m.case_id, m.opened_at from mine m order by m.opened_at desc, m.case_id limit most;
end $$;

-- True when restrictions leave nothing of what a basis lets this reader know.
create or replace function accord.is_shut_out(the_case uuid, know bigint, me accord.actor_context) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select know & ~coalesce(bit_or(d.categories), 0) = 0 from access_denial d
  where d.case_id = the_case and d.target_id in (me.actor_id, me.agency_id)
    and d.valid_from <= statement_timestamp() and d.valid_to > statement_timestamp()
$$;

-- The earliest end among what opens a case to the present reader; null when nothing ends. Expiry makes no event.
create or replace function accord.access_ends_at(the_case uuid) returns timestamptz
language sql stable set search_path = accord, pg_temp as $$
  select nullif(min(o.valid_to), 'infinity') from unnest(accord.openings()) o where o.case_id = the_case
$$;

-- True when the present reader is of the agency that holds these items, and on the case: they know what it shares
-- and may stop it.
create or replace function accord.holds_for(the_case uuid, owner uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (
    select from unnest(accord.openings()) o where o.case_id = the_case and o.owner_agency = owner and o.holds
  )
$$;

-- True when they also write for it: assigned or covering.
create or replace function accord.writes_for(the_case uuid, owner uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (
    select from unnest(accord.openings()) o where o.case_id = the_case and o.owner_agency = owner and o.may_write
  )
$$;

-- True when the present reader is the young person whose case this is.
create or replace function accord.is_own_case(the_case uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  return me.kind = 'youth' and exists (
    select from case_file f where f.id = the_case and f.young_person_id = me.actor_id
  );
end $$;
