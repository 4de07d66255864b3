-- While a hold stands, nothing of its case may be deleted. This binds the owner of the tables too: erasing a case, a
-- retention job and a slip of the hand all come through here.

create or replace function accord.keep_held() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
declare the_case uuid := case tg_table_name when 'case_file' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'case_id' end;
begin
  if exists (select from legal_hold h where h.case_id = the_case and h.lifted_at is null) then
    raise exception 'a legal hold stands on this case' using errcode = 'AC409';
  end if;
  return old;
end $$;

-- A table emptied whole asks no row: while any hold stands, none is.
create or replace function accord.keep_all_held() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if exists (select from legal_hold where lifted_at is null) then
    raise exception 'a legal hold stands' using errcode = 'AC409';
  end if;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['case_file', 'case_item', 'case_item_body', 'case_key', 'category_key', 'legal_hold'] loop
    execute format('create or replace trigger keep_held before delete on accord.%I
      for each row execute function accord.keep_held()', t);
    execute format('create or replace trigger keep_all_held before truncate on accord.%I
      for each statement execute function accord.keep_all_held()', t);
  end loop;
end $$;

-- Whoever is on the case for an agency that holds something of it knows that a hold stands.
create policy holders on accord.legal_hold for select to accord_runtime using (
  exists (select from unnest((select accord.openings())) o where o.case_id = legal_hold.case_id and o.holds)
);
