-- Steps that belong to people of several agencies: who may do one, who is named to whom, and how one moves on. Each
-- function checks the signed context itself.

-- Whoever could do a step of the speaker's own agency that holds these kinds: colleagues on the case, and people whom
-- a basis of its own names and opens these kinds to now. Who works for an agency that was named as a whole is not the
-- speaker's to learn, so nobody there is among them.
create or replace function accord.possible_doers(the_case uuid, kinds bigint, happened timestamptz)
returns table (staff_id uuid, name text, title text, agency text)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  if kinds = 0 or writes_for(the_case, me.agency_id) is not true then return; end if;
  return query
    select s.id, s.name, s.title, a.name
    from (
      select m.staff_id as id from assignment m join staff c on c.id = m.staff_id and c.agency_id = me.agency_id
      where m.case_id = the_case and m.valid_from <= now_at and m.valid_to > now_at and kinds & ~custody_mask() = 0
      union
      select e.grantee_id from effective_access e
      where e.case_id = the_case and e.owner_agency = me.agency_id and e.grantee_kind = 'staff'
        and kinds & ~e.see_mask = 0 and e.data_from <= happened and e.data_to > happened
        and e.valid_from <= now_at and e.valid_to > now_at
    ) may
    join staff s on s.id = may.id and s.started_at <= now_at and (s.ended_at is null or s.ended_at > now_at)
    join agency a on a.id = s.agency_id
    where kinds & denied_mask(the_case, s.id, s.agency_id) = 0
    order by s.agency_id <> me.agency_id, s.name, s.id;
end $$;

-- True when one opening of the speaker's lets them see this item.
create or replace function accord.sees_item(item accord.case_item) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (
    select from unnest(accord.openings()) o
    where o.case_id = item.case_id and o.owner_agency = item.owner_agency and item.category_mask & ~o.see_mask = 0
      and item.occurred_at >= o.data_from and item.occurred_at < o.data_to
  )
$$;

-- Who does a step and who changed an item last, for the items of a case that the speaker may see now. A person is named
-- to the young person, to whoever is on the case for the agency that holds the item, to themselves, and where they
-- are the author that the item names anyway. To everybody else a doer is like no doer. That a doer sees the step no
-- more is for those who can give it to somebody else.
create or replace function accord.item_people(the_case uuid)
returns table (
  item_id uuid, doer_id uuid, doer text, doer_agency text, doer_sees boolean, is_young boolean, is_mine boolean,
  changed_by text, is_my_change boolean, changed_at timestamptz
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  mine accord.opening[] := openings();
  writes boolean := me.kind = 'staff' and writes_for(the_case, me.agency_id);
begin
  return query
    select i.id, d.id, d.name, a.name,
      not (i.assigned_to is not null and i.owner_agency = me.agency_id and writes) or exists (
        select from possible_doers(i.case_id, i.category_mask, i.occurred_at) p where p.staff_id = i.assigned_to
      ),
      i.for_young_person,
      case me.kind when 'youth' then i.for_young_person else i.assigned_to is not distinct from me.actor_id end,
      c.name, i.changed_by is not distinct from me.actor_id, i.changed_at
    from case_item i
    cross join lateral (
      select coalesce(bool_or(me.kind = 'youth' or o.holds), false) as knows, count(*) > 0 as sees
      from unnest(mine) o
      where o.case_id = i.case_id and o.owner_agency = i.owner_agency and i.category_mask & ~o.see_mask = 0
        and i.occurred_at >= o.data_from and i.occurred_at < o.data_to
    ) reader
    left join staff d on d.id = i.assigned_to and (reader.knows or d.id in (me.actor_id, i.created_by))
    left join agency a on a.id = d.agency_id
    left join staff c on c.id = i.changed_by and (reader.knows or c.id in (me.actor_id, i.created_by))
    where i.case_id = the_case and reader.sees
      and (i.assigned_to is not null or i.for_young_person or i.changed_at is not null);
end $$;

-- Whoever does a step ticks it, or takes the tick back, as long as they see it: a stop ends that with all else. It
-- answers the new revision, or null when somebody changed the step since it was read.
create or replace function accord.tick_step(the_case uuid, step uuid, is_done boolean, seen_revision integer)
returns integer
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  i accord.case_item;
begin
  select * into i from case_item where case_id = the_case and id = step for update;
  if not found or me.kind is distinct from 'staff' or i.kind <> 'step' or i.assigned_to is distinct from me.actor_id
    or not sees_item(i)
  then
    raise exception 'no such step for this speaker' using errcode = 'AC404';
  end if;
  if i.revision <> seen_revision then return null; end if;
  update case_item set state = case when is_done then 'done' else 'open' end, revision = revision + 1
    where case_id = the_case and id = step;
  return seen_revision + 1;
end $$;

-- Gives an open step to somebody who sees it, to the young person or to nobody, and a day or none. For those who write
-- for its owner. It answers the new revision, or null when somebody changed or ticked the step since it was read.
create or replace function accord.plan_step(
  the_case uuid, step uuid, doer uuid, is_young boolean, due date, seen_revision integer
) returns integer
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  i accord.case_item;
begin
  select * into i from case_item where case_id = the_case and id = step for update;
  if not found or i.kind <> 'step' or i.owner_agency is distinct from me.agency_id
    or writes_for(the_case, i.owner_agency) is not true or not sees_item(i)
  then
    raise exception 'no such step for this speaker' using errcode = 'AC404';
  end if;
  if i.revision <> seen_revision or i.state <> 'open' then return null; end if;
  if doer is not null then
    perform from possible_doers(the_case, i.category_mask, i.occurred_at) d where d.staff_id = doer;
    if not found then raise exception 'the doer does not see the step' using errcode = 'AC403'; end if;
  end if;
  update case_item set assigned_to = doer, for_young_person = is_young, due_on = due, revision = revision + 1
    where case_id = the_case and id = step;
  return seen_revision + 1;
end $$;

-- Who changed a row last is what the signed context says, never what the writer says.
create or replace function accord.sign_change() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  new.changed_by := (context()).actor_id;
  new.changed_at := statement_timestamp();
  return new;
end $$;
create or replace trigger sign_change before update on accord.case_item
  for each row execute function accord.sign_change();
