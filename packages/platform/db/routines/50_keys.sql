-- Which wraps are missing in a case, of the owners that the speaker may share for (their own agency; for the job
-- that tends keys, every agency of the node): a key that has been written with, a basis that covers its kinds,
-- and no wrap of it yet for that holder.
create or replace function accord.missing_wraps(the_case uuid)
returns table (
  owner_agency uuid, category_mask bigint, key_version integer, holder_id uuid, holder_epoch integer,
  holder_public bytea, basis_id uuid, ends_at timestamptz
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if (me.kind = 'staff' or me.job = 'keys') is not true then return; end if;
  return query
    select distinct k.owner_agency, k.category_mask, k.key_version, h.id, h.epoch, h.public_key, e.basis_id,
      max(e.valid_to) over (partition by k.owner_agency, k.category_mask, k.key_version, h.id, e.basis_id)
    from category_key k
    join node_agency n on n.node_id = me.node_id and n.agency_id = k.owner_agency
      and (me.kind = 'system' or me.agency_id = k.owner_agency)
    join effective_access e on e.case_id = k.case_id and e.owner_agency = k.owner_agency
      and k.category_mask & ~e.see_mask = 0 and e.valid_to > statement_timestamp()
    join lateral (
      select ak.agency_id as id, ak.epoch, ak.public_key from agency_key ak
        where ak.retired_at is null and ak.agency_id = case e.grantee_kind
          when 'agency' then e.grantee_id
          when 'staff' then (select s.agency_id from staff s where s.id = e.grantee_id)
        end
      union all
      select yk.young_person_id, 1, yk.public_key from young_person_key yk
        where e.grantee_kind = 'young_person' and yk.young_person_id = e.grantee_id
    ) h on true
    where k.case_id = the_case
      and not exists (
        select from key_wrap w
        where w.case_id = k.case_id and w.holder_id = h.id and w.owner_agency = k.owner_agency
          and w.category_mask = k.category_mask and w.key_version = k.key_version and w.basis_id = e.basis_id
      );
end $$;

-- Stores wraps of the kind that missing_wraps asked for, and refuses any that no basis covers. The end is the
-- basis's own, never the caller's.
create or replace function accord.put_wrap(
  wrap uuid, the_case uuid, owner uuid, mask bigint, version integer, holder uuid, epoch integer, basis uuid,
  sealed_key bytea
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare wanted record;
begin
  select m.ends_at into wanted from missing_wraps(the_case) m
    where m.owner_agency = owner and m.category_mask = mask and m.key_version = version
      and m.holder_id = holder and m.holder_epoch = epoch and m.basis_id = basis;
  if not found then raise exception 'no basis for this wrap' using errcode = 'AC403'; end if;
  insert into key_wrap (
    id, case_id, owner_agency, category_mask, key_version, holder_id, holder_epoch, basis_id, ends_at, wrapped
  )
  values (wrap, the_case, owner, mask, version, holder, epoch, basis, wanted.ends_at, sealed_key)
  on conflict do nothing;
end $$;
