-- A version of one agency's plan, and its two signatures: another person's who supervises, and the young person's.

-- What is in the plan of an agency now: goals, steps and parts of its own, as far as the young person sees them.
-- Nobody signs what they cannot read.
create or replace function accord.plan_lines(the_case uuid, owner uuid)
returns table (item_id uuid, version integer, category_mask bigint)
language sql stable set search_path = accord, pg_temp as $$
  select i.id, i.body_version, i.category_mask from case_item i
  where i.case_id = the_case and i.owner_agency = owner
    and i.kind in ('goal', 'step', 'strength', 'need', 'fear', 'obligation')
    and exists (
      select from case_file f
      join effective_access e on e.case_id = f.id and e.grantee_kind = 'young_person' and e.grantee_id = f.young_person_id
      where f.id = the_case and e.owner_agency = owner and e.valid_from <= statement_timestamp()
        and e.valid_to > statement_timestamp() and i.category_mask & ~e.see_mask = 0
        and i.occurred_at >= e.data_from and i.occurred_at < e.data_to
    )
  order by i.id
$$;

-- True while the plan is, word for word, what this version holds. A step that was ticked or given to somebody is the same.
create or replace function accord.is_plan_now(p accord.plan_version) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select p.items = coalesce(array_agg(l.item_id order by l.item_id), '{}')
    and p.versions = coalesce(array_agg(l.version order by l.item_id), '{}')
  from plan_lines(p.case_id, p.owner_agency) l
$$;

-- The newest version of each agency's plan, for whoever is on the case there and for the young person; and what the
-- speaker can do. `sent_by` and `supervisor` are names.
create or replace function accord.plan_standings(the_case uuid)
returns table (
  plan_id uuid, owner_agency uuid, owner text, number integer, category_mask bigint, sent_by text, sent_at timestamptz,
  supervisor_answer text, supervisor_reason text, supervisor text, supervisor_at timestamptz,
  young_answer text, young_reason text, young_at timestamptz, is_now boolean, may_answer boolean
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  is_own boolean := the_case = any (scope()) and is_own_case(the_case);
begin
  return query
    select distinct on (a.name, p.owner_agency) p.id, p.owner_agency, a.name, p.number, p.category_mask, s.name, p.sent_at,
      p.supervisor_answer, p.supervisor_reason, v.name, p.supervisor_at, p.young_answer, p.young_reason, p.young_at,
      is_plan_now(p),
      is_own or (p.sent_by <> me.actor_id and oversees(the_case))
    from plan_version p
    join agency a on a.id = p.owner_agency
    join staff s on s.id = p.sent_by
    left join staff v on v.id = p.supervisor_by
    where p.case_id = the_case
      and (is_own or (me.kind = 'staff' and p.owner_agency = me.agency_id and holds_for(the_case, me.agency_id)))
    order by a.name, p.owner_agency, p.number desc;
end $$;

-- Whether the speaker's agency has a plan here that they could send: no version of it, a newer plan, or one sent back.
create or replace function accord.may_send_plan(the_case uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  p accord.plan_version;
begin
  if me.kind is distinct from 'staff' or not writes_for(the_case, me.agency_id)
    or not exists (select from plan_lines(the_case, me.agency_id))
  then
    return false;
  end if;
  select * into p from plan_version v where v.case_id = the_case and v.owner_agency = me.agency_id
    order by v.number desc limit 1;
  return not found or not is_plan_now(p) or 'sent-back' in (coalesce(p.supervisor_answer, ''), coalesce(p.young_answer, ''));
end $$;

-- Sends the plan as it stands to be signed: the next version. AC404: the speaker does not write for the agency on this
-- case. AC409: nothing is in it, or the same plan waits or was signed.
create or replace function accord.send_plan(new_plan uuid, the_case uuid)
returns table (number integer, category_mask bigint)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if me.kind is distinct from 'staff' or not writes_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(the_case);
  if not may_send_plan(the_case) then
    raise exception 'there is nothing new to sign' using errcode = 'AC409';
  end if;
  return query
    insert into plan_version (id, case_id, owner_agency, number, items, versions, category_mask, sent_by, sent_at)
    select new_plan, the_case, me.agency_id,
      1 + coalesce((select max(v.number) from plan_version v where v.case_id = the_case and v.owner_agency = me.agency_id), 0),
      array_agg(l.item_id order by l.item_id), array_agg(l.version order by l.item_id), bit_or(l.category_mask),
      me.actor_id, statement_timestamp()
    from plan_lines(the_case, me.agency_id) l
    returning number, category_mask;
end $$;

-- One of the two words on the newest version: signed, or sent back with a reason. Only the young person speaks for
-- themselves, and only another than sent it, who answers for the case, for the agency. AC404: neither of them. AC409: it is
-- not the newest, the plan has changed since, or it was sent back; who signed may still send it back.
create or replace function accord.answer_plan(the_case uuid, which uuid, signs boolean, why text)
returns table (owner_agency uuid, category_mask bigint)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  is_own boolean := the_case = any (scope()) and is_own_case(the_case);
  p accord.plan_version;
  word text := case when signs then 'signed' else 'sent-back' end;
begin
  select * into p from plan_version v where v.id = which and v.case_id = the_case;
  if not found or not (is_own or (me.kind = 'staff' and p.owner_agency = me.agency_id and oversees(the_case))) then
    raise exception 'no such plan for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(the_case);
  select * into p from plan_version v where v.id = which for update;
  if (not is_own and p.sent_by = me.actor_id)
    or 'sent-back' in (coalesce(p.supervisor_answer, ''), coalesce(p.young_answer, ''))
    or exists (select from plan_version v where v.case_id = the_case and v.owner_agency = p.owner_agency and v.number > p.number)
    or (signs and (not is_plan_now(p) or (case when is_own then p.young_answer else p.supervisor_answer end) is not null))
  then
    raise exception 'not to be answered like this' using errcode = 'AC409';
  end if;
  if is_own then
    update plan_version set young_answer = word, young_reason = why, young_at = statement_timestamp() where id = which;
  else
    update plan_version set supervisor_answer = word, supervisor_reason = why, supervisor_by = me.actor_id,
      supervisor_at = statement_timestamp() where id = which;
  end if;
  return query select p.owner_agency, p.category_mask;
end $$;

create or replace trigger tell_change after insert or update on accord.plan_version
  for each row execute function accord.tell_change();
create or replace trigger keep_held before delete on accord.plan_version
  for each row execute function accord.keep_held();
create or replace trigger keep_all_held before truncate on accord.plan_version
  for each statement execute function accord.keep_all_held();

-- Whoever is on the case for the agency whose plan it is, and the young person. Nobody is shown who signed but them.
create policy parties on accord.plan_version for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (accord.holds_for(case_id, owner_agency) or accord.is_own_case(case_id))
);
