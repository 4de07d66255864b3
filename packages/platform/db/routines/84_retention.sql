-- What an agency keeps, until when and by which rule; and its erasure, which two persons decide. What nobody gave a time
-- to is kept.

-- Sets how long a kind is kept, or with no source that nothing is said of it: it is then kept. AC404 for whoever
-- supervises nothing of their agency.
create or replace function accord.set_retention(
  kind smallint, by_source text, its_number text, how_many smallint, since text
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  delete from retention_rule where agency_id = me.agency_id and category = kind;
  if by_source is null then return; end if;
  insert into retention_rule (agency_id, category, source, number, years, counted_from, set_by, set_at)
    values (me.agency_id, kind, by_source, its_number, how_many, since, me.actor_id, statement_timestamp());
end $$;

-- The kinds of one agency's items of a case, each with its rule and the instant at which it may go: so many years after
-- the agency last wrote in this case, and never before the birthday that the rule names. Null: it is kept.
create or replace function accord.kept_until(the_case uuid, owner uuid, zone text)
returns table (category smallint, source text, number text, years smallint, counted_from text, ends_at timestamptz)
language sql stable set search_path = accord, pg_temp as $$
  with own as (
    select bit_or(i.category_mask) as kinds, max(greatest(i.created_at, i.changed_at, i.state_at, i.occurred_at,
      (select max(b.created_at) from case_item_body b where b.case_id = i.case_id and b.item_id = i.id))) as last_entry
    from case_item i where i.case_id = the_case and i.owner_agency = owner
  )
  select c.bit::smallint, r.source, r.number, r.years, r.counted_from,
    nullif(case r.counted_from
      when 'last-entry' then own.last_entry
      when 'age-18' then greatest(own.last_entry, of_age.eighteen)
      when 'age-21' then greatest(own.last_entry, of_age.twenty_one)
    end + make_interval(years => r.years), 'infinity')
  from own
  -- what only its author sees is told to no colleague, and goes with the rest
  join category c on own.kinds >> c.bit & 1 = 1 and not c.author_only
  left join retention_rule r on r.agency_id = owner and r.category = c.bit
  -- greatest() passes a null by: a birthday that nobody knows comes never
  cross join lateral (
    select
      coalesce((born.day + interval '18 years') at time zone zone, 'infinity') as eighteen,
      coalesce((born.day + interval '21 years') at time zone zone, 'infinity') as twenty_one
    from (select (select y.born_on from young_fact y where y.case_id = the_case) as day) born
  ) of_age
  order by c.bit
$$;

-- What a signature opened is kept with its paper for six years after its last day (45 CFR 164.508(b)(6), 164.530(j)); an
-- order or a duty as long. Null: there is none.
create or replace function accord.papers_until(the_case uuid, owner uuid) returns timestamptz
language sql stable set search_path = accord, pg_temp as $$
  select max(x.ended) + interval '6 years' from (
    select g.valid_to as ended from consent_grant g
      where g.case_id = the_case and g.discloser_agency = owner
        and (g.status = 'active' or exists (select from consent_signature s where s.grant_id = g.id))
    union all
    select coalesce(b.ended_at, b.valid_to) from law_basis b where b.case_id = the_case and b.owner_agency = owner
  ) x
$$;

-- All of it as one answer: ids, codes and dates. `dueAt` null: something of it is kept. Papers and duties of the
-- register that nobody has answered, and packages that wait, keep everything: what was asked for is not erased.
create or replace function accord.retention_of(the_case uuid, owner uuid, zone text) returns jsonb
language sql stable set search_path = accord, pg_temp as $$
  with rules as (select * from kept_until(the_case, owner, zone)),
  papers as (
    select papers_until(the_case, owner) as until, exists (
      select from duty_entry d where d.case_id = the_case and d.owner_agency = owner and d.outcome is null
      union all
      select from records_package p
        where p.case_id = the_case and p.owner_agency = owner and p.state in ('waiting', 'approved')
    ) as are_open
  )
  select jsonb_build_object(
    'kinds', coalesce((select jsonb_agg(jsonb_build_object('bit', r.category, 'source', r.source, 'number', r.number,
      'years', r.years, 'countedFrom', r.counted_from, 'endsAt', in_ms(r.ends_at)) order by r.category) from rules r), '[]'),
    'papersUntil', in_ms(papers.until), 'papersStand', coalesce(papers.until = 'infinity', false), 'isAskedFor', papers.are_open,
    'dueAt', in_ms((select case when count(*) > 0 and count(*) = count(r.ends_at) and not papers.are_open
      then greatest(max(r.ends_at), papers.until) end from rules r)))
  from papers
$$;

create or replace function accord.retention(the_case uuid, zone text) returns jsonb
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if me.kind is distinct from 'staff' or not holds_for(the_case, me.agency_id) then return null; end if;
  return retention_of(the_case, me.agency_id, zone);
end $$;

-- AC409 unless all that an agency holds of a case may go now: nothing of it is kept, and no hold stands on the case,
-- whoever placed it.
create or replace function accord.check_due(the_case uuid, owner uuid, zone text) returns jsonb
language plpgsql stable set search_path = accord, pg_temp as $$
declare kept jsonb := retention_of(the_case, owner, zone);
begin
  if kept ->> 'dueAt' is null
    or to_timestamp((kept ->> 'dueAt')::bigint / 1000.0) > statement_timestamp()
    or exists (select from legal_hold h where h.case_id = the_case and h.lifted_at is null)
  then
    raise exception 'it is kept' using errcode = 'AC409';
  end if;
  return kept;
end $$;

-- Asks for the erasure of what the speaker's agency holds of a case. Nothing is erased by it. AC409: it is kept, or
-- somebody asked before.
create or replace function accord.ask_erasure(new_erasure uuid, the_case uuid, zone text) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  kept jsonb;
begin
  if me.kind is distinct from 'staff' or not holds_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(the_case);
  kept := check_due(the_case, me.agency_id, zone);
  if exists (select from erasure e where e.case_id = the_case and e.owner_agency = me.agency_id and e.answer is null) then
    raise exception 'asked before' using errcode = 'AC409';
  end if;
  insert into erasure (id, case_id, owner_agency, kinds, because, due_at, asked_by, asked_at)
    select new_erasure, the_case, me.agency_id, bit_or(1::bigint << (k ->> 'bit')::integer), kept -> 'kinds',
      to_timestamp((kept ->> 'dueAt')::bigint / 1000.0), me.actor_id, statement_timestamp()
    from jsonb_array_elements(kept -> 'kinds') k;
end $$;

-- The second person's word. To erase it is another than asked, and answers for the case; all is looked at again. What
-- goes: the items with what they say, the papers' words, and every key. What stays: the ledger's lines, and this one.
-- Gives which version of which item went.
create or replace function accord.answer_erasure(which uuid, agrees boolean, zone text)
returns table (item_id uuid, version integer)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  the_case uuid := (select e.case_id from erasure e where e.id = which);
  asked accord.erasure;
  kept jsonb;
  gone integer;
  who uuid[];
begin
  if the_case is null or me.kind is distinct from 'staff' or not holds_for(the_case, me.agency_id) then
    raise exception 'no such erasure for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(the_case);
  select * into asked from erasure e where e.id = which for update;
  if asked.owner_agency <> me.agency_id or (agrees and not oversees(the_case)) then
    raise exception 'no such erasure for this speaker' using errcode = 'AC404';
  end if;
  if asked.answer is not null or (agrees and asked.asked_by = me.actor_id) then
    raise exception 'another person answers, once' using errcode = 'AC409';
  end if;
  if not agrees then
    update erasure e set answer = case when e.asked_by = me.actor_id then 'taken-back' else 'kept' end,
      answered_by = me.actor_id, answered_at = statement_timestamp() where e.id = which;
    return;
  end if;
  kept := check_due(the_case, me.agency_id, zone);
  who := array(
    select distinct coalesce(y.agency_id, w.holder_id) from key_wrap w
      left join young_person_key y on y.young_person_id = w.holder_id
      where w.case_id = the_case and w.owner_agency = me.agency_id
    union select me.agency_id
  );
  return query
    select i.id, i.body_version from case_item i where i.case_id = the_case and i.owner_agency = me.agency_id;
  get diagnostics gone = row_count;
  delete from case_item_body b where b.case_id = the_case and b.owner_agency = me.agency_id;
  delete from consent_document d where d.case_id = the_case and d.owner_agency = me.agency_id;
  delete from plan_version v where v.case_id = the_case and v.owner_agency = me.agency_id;
  delete from meeting m where m.case_id = the_case and m.owner_agency = me.agency_id;
  delete from case_key k where k.case_id = the_case and k.owner_agency = me.agency_id;
  perform forget_matches(the_case, me.agency_id);
  -- what another agency hung its own on stays as a bare line without words
  delete from case_item i where i.case_id = the_case and i.owner_agency = me.agency_id and not exists (
    with recursive below as (
      select c.id, c.owner_agency from case_item c where c.case_id = the_case and c.parent_id = i.id
      union all
      select c.id, c.owner_agency from below u join case_item c on c.case_id = the_case and c.parent_id = u.id
    )
    select from below u where u.owner_agency <> me.agency_id
  );
  update erasure e set answer = 'erased', answered_by = me.actor_id, answered_at = statement_timestamp(),
    items = gone, holders = who, because = kept -> 'kinds' where e.id = which;
  perform pg_notify('accord', topic_of(the_case));
end $$;

-- For the job that tends keys: when something was erased of which this agency had a key. Null: never.
create or replace function accord.last_erasure(agency uuid) returns timestamptz
language sql stable security definer set search_path = accord, pg_temp as $$
  select max(e.answered_at) from erasure e
  where e.answer = 'erased' and agency = any (e.holders) and agency = any (tended_agencies())
$$;

-- Colleagues read how long their agency keeps what.
create policy own on accord.retention_rule for select to accord_runtime
  using (agency_id = (select (accord.context()).agency_id));
-- Whoever is on the case for the agency that erases its part of it.
create policy parties on accord.erasure for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[]) and accord.holds_for(case_id, owner_agency)
);
