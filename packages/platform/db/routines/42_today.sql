-- What somebody's day begins with, over the cases of the scope: nothing here that their pages would not show them.

-- The page of a case was looked at now. AC404 for whoever may not know of the case.
create or replace function accord.note_visit(the_case uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  perform from unnest(openings()) o where o.case_id = the_case;
  if not found or me.kind is distinct from 'staff' then
    raise exception 'no such case for this reader' using errcode = 'AC404';
  end if;
  insert into case_visit (case_id, staff_id, looked_at) values (the_case, me.actor_id, statement_timestamp())
    on conflict (case_id, staff_id) do update set looked_at = excluded.looked_at;
end $$;

-- Open steps that the speaker sees and does, and those of the speaker's own agency that somebody else does: what is due
-- soonest first. A step of another agency that others do is theirs to follow.
create or replace function accord.steps_in_hand(most integer) returns table (case_id uuid, item_id uuid, is_mine boolean)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  mine accord.opening[] := openings();
begin
  if me.kind is distinct from 'staff' then return; end if;
  return query
    select i.case_id, i.id, i.assigned_to is not distinct from me.actor_id
    from case_item i
    where i.case_id = any (scope()) and i.kind = 'step' and i.state = 'open'
      and (i.assigned_to is not null or i.for_young_person)
      and exists (
        select from unnest(mine) o
        where o.case_id = i.case_id and o.owner_agency = i.owner_agency and i.category_mask & ~o.see_mask = 0
          and i.occurred_at >= o.data_from and i.occurred_at < o.data_to
          and (i.assigned_to is not distinct from me.actor_id or o.holds)
      )
    order by i.due_on nulls last, i.created_at, i.id
    limit most;
end $$;

-- How much the speaker sees that others wrote or changed since they last looked, case by case, and when the last of it
-- was. Null: they have not looked yet.
create or replace function accord.changes_since_visit()
returns table (case_id uuid, looked_at timestamptz, changes integer, last_at timestamptz)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  mine accord.opening[] := openings();
begin
  if me.kind is distinct from 'staff' then return; end if;
  return query
    select i.case_id, v.looked_at, count(*)::integer, max(coalesce(i.changed_at, i.created_at))
    from case_item i
    left join case_visit v on v.case_id = i.case_id and v.staff_id = me.actor_id
    where i.case_id = any (scope())
      and coalesce(i.changed_by, i.created_by) <> me.actor_id
      and coalesce(i.changed_at, i.created_at) > coalesce(v.looked_at, '-infinity')
      and exists (
        select from unnest(mine) o
        where o.case_id = i.case_id and o.owner_agency = i.owner_agency and i.category_mask & ~o.see_mask = 0
          and i.occurred_at >= o.data_from and i.occurred_at < o.data_to
      )
    group by i.case_id, v.looked_at;
end $$;
