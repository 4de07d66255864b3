-- What was read under a permission and those that it renewed, by its recipient, for its purpose: kinds and days, from
-- the ledger. For those who may stop it. It names no reader of the recipient's agency: who looked there is for the
-- young person.
create or replace function accord.already_out(the_grant uuid, zone text)
returns table (categories bigint, day date)
language sql stable security definer set search_path = accord, pg_temp as $$
  select bit_or(l.category_mask & g.categories), (l.at at time zone zone)::date as day
  from held_grant(newest_of(the_grant)) g
  join ledger_entry l on l.case_id = g.case_id and l.owner_agency = g.discloser_agency
  where l.action in ('opened', 'heard') and l.purpose = g.purpose and l.at >= held_since(g.id) and l.actor_kind = 'staff'
    and g.recipient_id in (l.actor_id, l.actor_agency) and l.category_mask & g.categories <> 0
  group by 2 order by 2
$$;
