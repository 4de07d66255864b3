-- What the young person says about being with them: they write it themselves, where they see it, and a worker of the
-- agency that keeps it writes it down with them.

-- True when the present reader is the young person, this is a sheet of their own case, kept by the agency that leads it,
-- and they see its kind of data now.
create or replace function accord.keeps_sheet(the_case uuid, item_kind text, whose uuid, kinds bigint) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
begin
  return item_kind in ('card', 'told-once') and is_own_case(the_case)
    and exists (select from case_file f where f.id = the_case and f.lead_agency = whose)
    and exists (
      select from unnest(openings()) o
      where o.case_id = the_case and o.owner_agency = whose and kinds & ~o.see_mask = 0
        and o.data_from <= now() and o.data_to > now()
    );
end $$;
