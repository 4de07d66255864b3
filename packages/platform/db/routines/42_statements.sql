-- The young person's own side of what is written about them: it stands beside what it answers, is owned by the same agency
-- and holds the same kinds, so that whoever reads the one reads the other (45 CFR 164.526(d)).

-- True when the present reader is the young person and sees this item of their own case, which is of that agency, those
-- kinds and that time.
create or replace function accord.may_answer(
  the_case uuid, item uuid, whose uuid, kinds bigint, happened timestamptz
) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare i accord.case_item;
begin
  if item is null or not is_own_case(the_case) then return false; end if;
  select * into i from case_item where case_id = the_case and id = item;
  return found and i.kind in ('note', 'referral', 'appointment', 'decision') and i.owner_agency = whose and i.category_mask = kinds
    and i.occurred_at = happened and sees_item(i);
end $$;

-- True when the young person writes here and this node serves the agency whose key seals it.
create or replace function accord.seals_own_words(the_case uuid, whose uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  return is_own_case(the_case)
    and exists (select from node_agency n where n.node_id = me.node_id and n.agency_id = whose);
end $$;
