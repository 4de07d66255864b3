-- What was read under a permission and those that it renewed, by its recipient, for its purpose: kinds and days, from the ledger. For those who may
-- stop it. It names no reader of the recipient's agency: who looked there is for the young person.
create or replace function accord.already_out(the_grant uuid, zone text)
returns table (categories bigint, day date)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  g accord.consent_grant;
begin
  select * into g from consent_grant where id = newest_of(the_grant);
  if g.id is null or g.status = 'draft' or not (
    is_own_case(g.case_id) or (g.discloser_agency = me.agency_id and holds_for(g.case_id, g.discloser_agency))
  ) then
    return;
  end if;
  return query
    select bit_or(l.category_mask & g.categories), (l.at at time zone zone)::date
    from ledger_entry l
    where l.case_id = g.case_id and l.owner_agency = g.discloser_agency and l.action = 'opened'
      and l.purpose = g.purpose and l.at >= held_since(g.id) and l.actor_kind = 'staff'
      and g.recipient_id in (l.actor_id, l.actor_agency) and l.category_mask & g.categories <> 0
    group by 2 order by 2;
end $$;
