-- A caseload goes to a colleague. No permission is touched: what is shared with the agency, or with a post, stays as it
-- was signed; what names somebody stays with them. Only assignments change, and who does which open step.

create or replace function accord.is_live(since timestamptz, until timestamptz) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select since <= statement_timestamp() and until > statement_timestamp()
$$;

-- The cases that the speaker supervises for their own agency, with who of it works on them, and until when. No row for
-- anybody else.
create or replace function accord.caseloads() returns table (case_id uuid, staff_id uuid, until timestamptz)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if not supervises() then return; end if;
  return query
    select a.case_id, a.staff_id, nullif(max(a.valid_to), 'infinity')
    from assignment mine
    join effective_access e on e.case_id = mine.case_id and e.owner_agency = me.agency_id
      and e.grantee_id = me.agency_id and e.basis_kind = 'own_custody' and e.purpose = me.purpose
      and is_live(e.valid_from, e.valid_to)
    join assignment a on a.case_id = mine.case_id and a.kind in ('assigned', 'cover') and is_live(a.valid_from, a.valid_to)
    join staff s on s.id = a.staff_id and s.agency_id = me.agency_id
    where mine.staff_id = me.actor_id and mine.kind = 'supervision' and is_live(mine.valid_from, mine.valid_to)
      and not is_let_write(mine.case_id, me.actor_id) and not is_let_write(a.case_id, a.staff_id)
      and denied_mask(mine.case_id, me.actor_id, me.agency_id) = 0
    group by a.case_id, a.staff_id;
end $$;

-- From now on `comer` works on these cases in the place of `leaver`, or beside them until a day. Nobody gives a case to
-- themselves: who supervises would write unseen. AC404 where one of the cases is not theirs to give, or the leaver does
-- not work on it; AC409 where somebody may not see something of one of them and therefore cannot take it. All or none.
create or replace function accord.hand_over(ids uuid[], the_cases uuid[], leaver uuid, comer uuid, until_when timestamptz)
returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := as_supervisor();
  now_at timestamptz := statement_timestamp();
begin
  perform ask_for_colleague(me, comer);
  if leaver = comer or cardinality(the_cases) = 0 or cardinality(ids) <> cardinality(the_cases)
    or until_when <= now_at or until_when > now_at + interval '1 year' then
    raise exception 'no such handover' using errcode = 'AC404';
  end if;
  -- one handover of a case after the other, in one order
  perform take_keys(c) from (select distinct c from unnest(the_cases) c order by c) sorted(c);
  perform from unnest(the_cases) c
    where not exists (select from caseloads() l where l.case_id = c and l.staff_id = leaver);
  if found then raise exception 'no such case of that colleague' using errcode = 'AC404'; end if;
  perform from unnest(the_cases) c where denied_mask(c, comer, me.agency_id) <> 0;
  if found then raise exception 'somebody is kept out of one of them' using errcode = 'AC409'; end if;

  insert into assignment (case_id, staff_id, kind, valid_from, valid_to)
    select c, comer, case when until_when is null then 'assigned' else 'cover' end, now_at, coalesce(until_when, 'infinity')
    from unnest(the_cases) c
    on conflict (case_id, staff_id, kind) do update set
      valid_from = case when is_live(assignment.valid_from, assignment.valid_to) then assignment.valid_from else now_at end,
      valid_to = greatest(excluded.valid_to, case when is_live(assignment.valid_from, assignment.valid_to) then assignment.valid_to end);
  if until_when is null then
    -- before they go, so that at no moment a step is somebody's who cannot see it
    update case_item i set assigned_to = comer, revision = i.revision + 1
      where i.case_id = any (the_cases) and i.owner_agency = me.agency_id and i.kind = 'step' and i.state = 'open'
        and i.assigned_to = leaver;
    update assignment a set valid_to = greatest(now_at, a.valid_from + interval '1 microsecond')
      where a.case_id = any (the_cases) and a.staff_id = leaver and a.kind in ('assigned', 'cover')
        and is_live(a.valid_from, a.valid_to);
  end if;
  insert into handover (id, case_id, agency_id, leaves, comes, until, handed_by, handed_at)
    select id, c, me.agency_id, leaver, comer, until_when, me.actor_id, now_at from unnest(ids, the_cases) t(id, c);
end $$;

-- What the young person has not answered yet: who came, for whom, until when. No row for anybody else.
create or replace function accord.own_handovers()
returns table (id uuid, case_id uuid, agency_id uuid, leaves uuid, comes uuid, until timestamptz, handed_at timestamptz)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select h.id, h.case_id, h.agency_id, h.leaves, h.comes, h.until, h.handed_at from handover h
    where is_own_case(h.case_id) and h.answer is null and coalesce(h.until, 'infinity') > statement_timestamp()
      -- a later one of the same agency says it all
      and not exists (
        select from handover n where n.case_id = h.case_id and n.leaves = h.comes and n.until is null and h.until is null
          and n.handed_at > h.handed_at
      )
    order by h.handed_at desc, h.id;
end $$;

-- AC404 for anybody else, and where it is answered.
create or replace function accord.answer_handover(the_handover uuid, word text) returns uuid
language plpgsql security definer set search_path = accord, pg_temp as $$
declare h accord.handover;
begin
  update handover set answer = word, answered_at = statement_timestamp()
    where id = the_handover and answer is null and is_own_case(case_id) returning * into h;
  if not found then raise exception 'no such handover' using errcode = 'AC404'; end if;
  return h.agency_id;
end $$;

-- Who wants to talk about somebody new, for whoever supervises their case.
create or replace function accord.wanted_talks() returns table (id uuid, case_id uuid, comes uuid, answered_at timestamptz)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  return query
    select h.id, h.case_id, h.comes, h.answered_at from handover h
    where h.agency_id = me.agency_id and h.answer = 'talk' and h.talked_at is null
      and exists (select from caseloads() l where l.case_id = h.case_id)
    order by h.answered_at, h.id;
end $$;

create or replace function accord.talked(the_handover uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  perform from wanted_talks() w where w.id = the_handover;
  if not found then raise exception 'nobody waits for that' using errcode = 'AC404'; end if;
  update handover set talked_by = me.actor_id, talked_at = statement_timestamp() where id = the_handover;
end $$;
