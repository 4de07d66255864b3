-- Asking for a permission. An ask tells its asker nothing: whoever already knows of the kind asks those who hold it,
-- and everybody else who is on the case asks the agency that leads it, whether or not it holds anything of the kind.

-- Writes the ask and answers whom it went to, without those who were asked for the same in the last 30 days. AC404
-- for whoever has no opening on the case, or could only ask their own agency.
create or replace function accord.ask_for(request uuid, the_case uuid, kind bigint, need_code text)
returns table (owner_agency uuid)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  openings accord.opening[] := openings();
  holders uuid[];
begin
  if me.kind is distinct from 'staff'
    or not exists (select from unnest(openings) o where o.case_id = the_case)
    or not exists (select from category c where 1::bigint << c.bit = kind and c.consentable)
  then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  holders := array(
    select distinct o.owner_agency from unnest(openings) o
    where o.case_id = the_case and o.owner_agency <> me.agency_id and o.know_mask & kind <> 0
  );
  if holders = '{}' then
    holders := array(select f.lead_agency from case_file f where f.id = the_case and f.lead_agency <> me.agency_id);
  end if;
  if holders = '{}' then raise exception 'nobody else to ask' using errcode = 'AC404'; end if;

  -- Two asks at once are one after the other.
  perform pg_advisory_xact_lock(hashtextextended('accord/ask/' || the_case || me.actor_id || kind, 0));
  return query
    insert into consent_request (id, case_id, discloser_agency, asked_by, category_mask, purpose, need)
    select case when row_number() over (order by h) = 1 then request else gen_random_uuid() end, the_case, h,
      me.actor_id, kind, me.purpose, need_code
    from unnest(holders) h
    where not exists (
      select from consent_request r
      where r.case_id = the_case and r.discloser_agency = h and r.asked_by = me.actor_id
        and r.category_mask = kind and r.asked_at > statement_timestamp() - interval '30 days'
    )
    returning discloser_agency;
end $$;

-- "Not now", with the reason, or (null) open again. For staff of the agency that was asked who are on the case; an
-- ask that a permission has answered stays answered.
create or replace function accord.set_aside(request uuid, why text) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  r accord.consent_request;
begin
  select * into r from consent_request where id = request for update;
  if not found or r.discloser_agency <> me.agency_id or not holds_for(r.case_id, r.discloser_agency) then
    raise exception 'no such request for this speaker' using errcode = 'AC404';
  end if;
  if r.status = 'answered' or (why is null) <> (r.status = 'set-aside') then
    raise exception 'already decided' using errcode = 'AC409';
  end if;
  update consent_request set status = case when why is null then 'open' else 'set-aside' end, reason = why,
    decided_by = case when why is not null then me.actor_id end,
    decided_at = case when why is not null then statement_timestamp() end
    where id = request;
end $$;

-- What waits for whoever administers permissions, over the cases of the scope that they are on for the agency that
-- holds the items: asks, drafts, pauses, and what ends before an instant. Ids, codes and dates; never a text.
create or replace function accord.waiting(until timestamptz)
returns table (
  what text, id uuid, case_id uuid, code_name text, recipient_kind text, recipient_id uuid, name text, title text,
  agency text, system text, purpose smallint, categories bigint, need text, at timestamptz, paused_from text,
  may_prepare boolean
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  return query
  with held as (
    select o.case_id, bool_or(o.may_write) as writes from unnest(openings()) o
    where o.holds and o.owner_agency = me.agency_id group by o.case_id
  ),
  found as (
    select 'request' as what, r.id, r.case_id, 'staff' as to_kind, r.asked_by as to_id, r.purpose,
      r.category_mask as categories, r.need, r.asked_at as at, null::text as paused_from
    from consent_request r join held h on h.case_id = r.case_id
    where r.discloser_agency = me.agency_id and r.status = 'open' and not exists (
      select from consent_grant g
      where g.case_id = r.case_id and g.discloser_agency = me.agency_id and g.recipient_id = r.asked_by
        and g.status = 'draft' and g.categories & r.category_mask <> 0
    )
    union all
    select case g.status when 'draft' then 'draft' when 'paused' then 'paused' else 'ending' end, g.id, g.case_id,
      g.recipient_kind, g.recipient_id, g.purpose,
      g.categories & ~coalesce((select bit_or(v.categories) from consent_revocation v where v.grant_id = g.id), 0),
      -- what an adult signed may end before its paper does
      null, case g.status when 'draft' then g.prepared_at
        else coalesce((select max(e.valid_to) from effective_access e where e.basis_id = g.id), g.valid_to) end,
      (select p.paused_from from consent_pause p where p.grant_id = g.id and p.resumed_at is null)
    from consent_grant g join held h on h.case_id = g.case_id
    where g.discloser_agency = me.agency_id and g.valid_to > now_at
      and (g.status in ('draft', 'paused') or g.status = 'active' and g.said_no_at is null and coalesce(
        (select max(e.valid_to) from effective_access e where e.basis_id = g.id), g.valid_to) <= until)
  )
  select f.what, f.id, f.case_id, c.code_name, f.to_kind, f.to_id, coalesce(s.name, a.name), s.title, a.name,
    a.system, f.purpose, f.categories, f.need, f.at, f.paused_from, h.writes
  from found f
  join held h on h.case_id = f.case_id
  join case_file c on c.id = f.case_id
  left join staff s on f.to_kind = 'staff' and s.id = f.to_id
  join agency a on a.id = coalesce(s.agency_id, f.to_id)
  order by f.at, f.id;
end $$;

-- Whose majority comes before a day, among the cases of the scope that the speaker is on for an agency that holds
-- items: by the rule of the state of whoever leads, and where none is in force, by the earliest that any state has.
create or replace function accord.coming_of_age(today date, until date)
returns table (case_id uuid, majority_on date)
language sql stable security definer set search_path = accord, pg_temp as $$
  select f.id, b.majority_on
  from (
    select distinct o.case_id from unnest(openings()) o where o.holds and o.owner_agency = (context()).agency_id
  ) held
  join case_file f on f.id = held.case_id
  join young_fact y on y.case_id = f.id
  join agency a on a.id = f.lead_agency
  cross join lateral (
    select (y.born_on + make_interval(years => coalesce((
        select min((p.body ->> 'ageOfMajority')::int) from policy_bundle p
        where p.state = a.state and p.effective_from <= today and coalesce(p.effective_to > today, true)
      ), 18)))::date as majority_on
  ) b
  where b.majority_on > today and b.majority_on <= until
$$;
