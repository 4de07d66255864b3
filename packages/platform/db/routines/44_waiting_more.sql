-- What else waits for whoever administers permissions, over the cases of the scope that they are on for the agency that
-- holds the items: orders of a court, and signatures that stand in conflict. Ids, codes and dates; never a text.

-- The cases of the scope that the speaker is on for their own agency, which holds items of them.
create or replace function accord.held_cases() returns setof uuid
language sql stable set search_path = accord, pg_temp as $$
  select distinct o.case_id from unnest(openings()) o where o.holds and o.owner_agency = (context()).agency_id
$$;

-- Orders of a court that end before an instant, or of which nobody has told the young person.
create or replace function accord.waiting_orders(until timestamptz)
returns table (
  id uuid, case_id uuid, code_name text, name text, title text, agency text, evidence text, valid_to timestamptz,
  is_told boolean
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  return query
    select b.id, b.case_id, c.code_name, coalesce(s.name, a.name), s.title, a.name, b.evidence, b.valid_to,
      b.told_how is not null
    from law_basis b
    join held_cases() held on held = b.case_id
    join case_file c on c.id = b.case_id
    left join staff s on b.recipient_kind = 'staff' and s.id = b.recipient_id
    join agency a on a.id = coalesce(s.agency_id, b.recipient_id)
    where b.owner_agency = me.agency_id and b.kind = 'court_order' and b.ended_at is null and b.valid_to > now_at
      and (b.valid_to <= until or b.told_how is null)
    order by b.valid_from, b.id;
end $$;

-- Permissions that are not over and carry a signature which no longer holds them up: of somebody who is excluded, of
-- somebody whose authority is over, or of one of two adults with authority for the same areas who do not agree.
create or replace function accord.conflicts()
returns table (
  what text, id uuid, case_id uuid, code_name text, name text, title text, agency text, relation text,
  other_relation text, at timestamptz
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  return query
  with signed as (
    select g.id, g.case_id, g.recipient_kind, g.recipient_id, s.withdrawn_at, a.id as authority_id, a.relation, a.domains,
      a.excluded_at, a.valid_to as ended_at
    from consent_grant g
    join held_cases() held on held = g.case_id
    join consent_signature s on s.grant_id = g.id and s.capacity <> 'young_person'
    join authority a on a.id = s.authority_id
    where g.discloser_agency = me.agency_id and g.status in ('active', 'paused') and g.valid_to > now_at
  ),
  standing as (select * from signed where withdrawn_at is null),
  found as (
    select case when excluded_at is not null then 'barred' else 'authority-over' end as what, id, case_id,
      recipient_kind, recipient_id, relation, null::text as other_relation, coalesce(excluded_at, ended_at) as at
    from standing where excluded_at is not null or ended_at <= now_at
    union all
    select distinct 'disagree', s.id, s.case_id, s.recipient_kind, s.recipient_id, s.relation, o.relation, o.withdrawn_at
    from standing s join signed o on o.id = s.id and o.authority_id <> s.authority_id and o.domains && s.domains
    where o.withdrawn_at is not null
      -- whoever may not sign any more has no say
      and s.excluded_at is null and s.ended_at > now_at and o.excluded_at is null and o.ended_at > now_at
  )
  select f.what, f.id, f.case_id, c.code_name, coalesce(s.name, a.name), s.title, a.name, f.relation, f.other_relation,
    f.at
  from found f
  join case_file c on c.id = f.case_id
  left join staff s on f.recipient_kind = 'staff' and s.id = f.recipient_id
  join agency a on a.id = coalesce(s.agency_id, f.recipient_id)
  order by f.at, f.id, f.what;
end $$;
