-- Finding a case again by a name or a birthday: equal tokens of the speaker's own agency, made from a profile that the
-- speaker sees. Nothing is found across agencies.

-- The tokens of a profile as the speaker just read or wrote it; nothing happens where they stand already. AC404 for
-- whoever does not see that version of it.
create or replace function accord.keep_search_tokens(the_case uuid, the_item uuid, of_version integer, tokens bytea[])
returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  perform from case_item i
    where i.case_id = the_case and i.id = the_item and i.kind = 'profile' and i.body_version = of_version
      and me.kind = 'staff' and exists (
        select from unnest(openings()) o
        where o.case_id = i.case_id and o.owner_agency = i.owner_agency and i.category_mask & ~o.see_mask = 0
          and i.occurred_at >= o.data_from and i.occurred_at < o.data_to
      );
  if not found then raise exception 'no such profile for this reader' using errcode = 'AC404'; end if;
  perform from search_token t
    where t.case_id = the_case and t.item_id = the_item and t.agency_id = me.agency_id and t.body_version = of_version;
  if found then return; end if;
  delete from search_token t where t.case_id = the_case and t.item_id = the_item and t.agency_id = me.agency_id;
  insert into search_token (case_id, item_id, agency_id, body_version, token)
    select the_case, the_item, me.agency_id, of_version, token from unnest(tokens) token
    on conflict do nothing;
end $$;

-- What let an agency read a profile is gone: so is what it found it by, until it opens one again.
create or replace function accord.forget_search_tokens() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  delete from search_token t using gone, case_item i
    where gone.basis_kind <> 'own_custody' and t.case_id = gone.case_id
      and i.case_id = t.case_id and i.id = t.item_id and i.owner_agency = gone.owner_agency
      and t.agency_id <> gone.owner_agency
      and (t.agency_id = gone.grantee_id
        or exists (select from staff s where s.id = gone.grantee_id and s.agency_id = t.agency_id));
  return null;
end $$;
create or replace trigger forget_search_tokens after delete on accord.effective_access
  referencing old table as gone for each statement execute function accord.forget_search_tokens();
