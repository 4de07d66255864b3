-- Locks around keys, all for one transaction. Whoever wraps or opens keys shares the first; a change of epoch takes
-- it alone, so that no key is wrapped with a secret on its way out, and none is destroyed under a reader.
create or replace function accord.hold_epochs() returns void
language sql set search_path = accord, pg_temp as $$ select pg_advisory_xact_lock_shared(20261123) $$;
create or replace function accord.take_epochs() returns void
language sql set search_path = accord, pg_temp as $$ select pg_advisory_xact_lock(20261123) $$;

-- Whoever writes with a case's keys, or shares them, also shares this one; a stop takes it alone. What comes after
-- the stop then has the new version of the key, and what came before it was there to be read.
create or replace function accord.case_lock(the_case uuid) returns bigint
language sql immutable set search_path = accord, pg_temp as $$
  select hashtextextended('accord/keys/' || the_case::text, 0)
$$;
create or replace function accord.hold_keys(the_case uuid) returns void
language plpgsql set search_path = accord, pg_temp as $$
begin
  perform hold_epochs();
  perform pg_advisory_xact_lock_shared(case_lock(the_case));
end $$;
create or replace function accord.take_keys(the_case uuid) returns void
language plpgsql set search_path = accord, pg_temp as $$
begin
  perform hold_epochs();
  perform pg_advisory_xact_lock(case_lock(the_case));
end $$;

-- Which wraps are missing in a case, of the owners that the speaker may share for (their own agency; for the job
-- that tends keys, every agency of the node): a key that has been written with, a basis that covers its kinds,
-- no restriction on that grantee, and no wrap of it yet for that holder. For a young person: which agency leads them
-- and, where this node serves it, their secret as that agency has wrapped it, so that their public key need not be
-- believed.
create or replace function accord.missing_wraps(the_case uuid)
returns table (
  owner_agency uuid, category_mask bigint, key_version integer, holder_id uuid, holder_epoch integer,
  holder_public bytea, lead_agency uuid, lead_epoch integer, holder_secret bytea, basis_id uuid, ends_at timestamptz
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if (writes_for(the_case, me.agency_id) or me.job = 'keys') is not true then return; end if;
  return query
    select distinct k.owner_agency, k.category_mask, k.key_version, h.id, h.epoch, h.public_key, h.lead, h.lead_epoch,
      h.secret, e.basis_id,
      max(e.valid_to) over (partition by k.owner_agency, k.category_mask, k.key_version, h.id, e.basis_id)
    from category_key k
    join node_agency n on n.node_id = me.node_id and n.agency_id = k.owner_agency
      and (me.kind = 'system' or me.agency_id = k.owner_agency)
    join effective_access e on e.case_id = k.case_id and e.owner_agency = k.owner_agency
      and k.category_mask & ~e.see_mask = 0 and e.valid_to > statement_timestamp()
    left join staff s on s.id = e.grantee_id
    join lateral (
      select ak.agency_id as id, ak.epoch, ak.public_key, null::uuid as lead, null::integer as lead_epoch,
        null::bytea as secret
      from agency_key ak
        where ak.retired_at is null and ak.agency_id = case e.grantee_kind
          when 'agency' then e.grantee_id
          when 'staff' then s.agency_id
        end
      union all
      select yk.young_person_id, yk.epoch, yk.public_key, f.lead_agency, yk.agency_epoch,
        case when l.agency_id is not null then yk.wrapped end
      from young_person_key yk
      join case_file f on f.id = yk.case_id
      left join node_agency l on l.node_id = me.node_id and l.agency_id = f.lead_agency
        where e.grantee_kind = 'young_person' and yk.young_person_id = e.grantee_id
    ) h on true
    where k.case_id = the_case and k.category_mask & denied_mask(the_case, e.grantee_id, s.agency_id) = 0
      and not exists (
        select from key_wrap w
        where w.case_id = k.case_id and w.holder_id = h.id and w.owner_agency = k.owner_agency
          and w.category_mask = k.category_mask and w.key_version = k.key_version and w.basis_id = e.basis_id
      );
end $$;

-- Stores wraps of the kind that missing_wraps asked for, and refuses any that no basis covers. The end is the
-- basis's own, never the caller's. A wrap that somebody else stored in the meantime is as good.
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
  if not found then
    perform from key_wrap w
      where w.case_id = the_case and w.owner_agency = owner and w.category_mask = mask and w.key_version = version
        and w.holder_id = holder and w.basis_id = basis;
    if found then return; end if;
    raise exception 'no basis for this wrap' using errcode = 'AC403';
  end if;
  insert into key_wrap (
    id, case_id, owner_agency, category_mask, key_version, holder_id, holder_epoch, basis_id, ends_at, wrapped
  )
  values (wrap, the_case, owner, mask, version, holder, epoch, basis, wanted.ends_at, sealed_key)
  on conflict do nothing;
end $$;

-- For the job that shares what could not be shared when it was decided: the next cases, by id, in which an agency
-- of this node has a key, and whether a wrap is missing in each.
create or replace function accord.cases_after(after uuid, most integer)
returns table (case_id uuid, is_missing boolean)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare tended uuid[] := tended_agencies();
begin
  return query
    select c.case_id, exists (select from missing_wraps(c.case_id))
    from (
      select distinct k.case_id from case_key k where k.case_id > after and k.owner_agency = any (tended)
      order by k.case_id limit most
    ) c;
end $$;
