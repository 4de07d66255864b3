-- Packages that answer a request for records: nothing but what an order of a court names is in one, of one agency's own
-- items, under two persons' control. The rule is asked by the product; what stands here refuses whatever is beyond it.

-- What an order opens now of its owner's items, for all of its uses at once; nothing when it is over, or where somebody
-- is kept out.
create or replace function accord.ordered_mask(b accord.law_basis) returns bigint
language sql stable set search_path = accord, pg_temp as $$
  select case when count(*) = cardinality(b.purposes) and count(*) > 0
    and b.kind = 'court_order' and b.ended_at is null and b.valid_to > statement_timestamp()
  then
    bit_and(e.see_mask) & ~denied_mask(b.case_id, b.recipient_id, to_agency.id)
      & ~law_never(b.kind, b.owner_agency, b.duty, b.subpoena is not null, to_agency.system, b.purposes)
  else 0 end
  from effective_access e
  cross join lateral (
    select a.id, a.system from agency a where a.id = coalesce(
      (select s.agency_id from staff s where b.recipient_kind = 'staff' and s.id = b.recipient_id), b.recipient_id
    )
  ) to_agency
  where e.case_id = b.case_id and e.basis_id = b.id and e.owner_agency = b.owner_agency
    and e.valid_from <= statement_timestamp() and e.valid_to > statement_timestamp()
  group by to_agency.id, to_agency.system
$$;

-- The items of its owner that an order lets out, of these kinds, in this time, each by all of its kinds. No order: none.
create or replace function accord.in_order(which uuid, asked bigint, since timestamptz, until timestamptz)
returns table (item_id uuid, version integer, kind text, category_mask bigint, occurred_at timestamptz)
language sql stable set search_path = accord, pg_temp as $$
  select i.id, i.body_version, i.kind, i.category_mask, i.occurred_at
  from law_basis b
  join case_item i on i.case_id = b.case_id and i.owner_agency = b.owner_agency
  where b.id = which and i.category_mask <> 0
    and i.category_mask & ~(asked & coalesce(ordered_mask(b), 0)) = 0
    and i.occurred_at >= greatest(since, b.data_from) and i.occurred_at < least(until, b.data_to)
$$;

-- The same for whoever is on the case for the agency that the order is about; for everybody else nothing.
create or replace function accord.order_scope(which uuid, asked bigint, since timestamptz, until timestamptz)
returns table (item_id uuid, version integer)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if me.kind is distinct from 'staff' then return; end if;
  return query
    select s.item_id, s.version from law_basis b cross join in_order(b.id, asked, since, until) s
    where b.id = which and b.owner_agency = me.agency_id and holds_for(b.case_id, me.agency_id);
end $$;

-- True while the order still lets out all that is on the list, and as it was then.
create or replace function accord.is_whole(p accord.records_package) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select p.basis_id is null or not exists (
      select from records_package_item l
      left join in_order(p.basis_id, p.kinds, p.since, p.until) s on s.item_id = l.item_id and s.version = l.version
      where l.package_id = p.id and s.item_id is null
    )
    and coalesce((select b.ended_at is null and b.valid_to > statement_timestamp() from law_basis b where b.id = p.basis_id), true)
$$;
create or replace function accord.package_is_whole(which uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  p accord.records_package;
begin
  select * into p from records_package k where k.id = which;
  return me.kind = 'staff' and p.owner_agency = me.agency_id and holds_for(p.case_id, p.owner_agency) and is_whole(p);
end $$;

-- Writes one down with its list; nothing leaves by it. AC404: the speaker does not write for the agency on this case, or
-- it has no such order. AC409: the order is over, or the days cannot be. AC403: something of the list is not in scope.
create or replace function accord.prepare_package(
  new_package uuid, the_case uuid, what text, by_order uuid, named text, came date, due date, asked bigint,
  first_day date, last_day date, quiet_day date, zone text, items uuid[]
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
  b accord.law_basis;
  starts timestamptz := first_day::timestamp at time zone zone;
  ends timestamptz := (last_day + 1)::timestamp at time zone zone;
  quiet timestamptz := (quiet_day + 1)::timestamp at time zone zone;
  listed integer;
begin
  if me.kind is distinct from 'staff' or not writes_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  perform hold_keys(the_case);
  if by_order is not null then
    select * into b from law_basis l
      where l.id = by_order and l.case_id = the_case and l.owner_agency = me.agency_id and l.kind = 'court_order';
    if not found then raise exception 'no such order for this speaker' using errcode = 'AC404'; end if;
    if b.ended_at is not null or b.valid_to <= now_at or quiet > b.valid_to then
      raise exception 'the order is over by then' using errcode = 'AC409';
    end if;
  end if;
  if asked >> (select max(bit) + 1 from category)::int <> 0 then
    raise exception 'a kind outside of the catalogue' using errcode = 'AC403';
  end if;
  if came > (now_at at time zone zone)::date or due < came or starts >= ends then
    raise exception 'no such days' using errcode = 'AC409';
  end if;
  insert into records_package (
    id, case_id, owner_agency, demand, basis_id, number, received_on, due_on, kinds, since, until, quiet_until,
    prepared_by, prepared_at
  )
  values (new_package, the_case, me.agency_id, what, by_order, named, came, due, asked, starts, ends, quiet, me.actor_id, now_at);
  insert into records_package_item (package_id, case_id, owner_agency, item_id, version, kind, category_mask, occurred_at)
    select new_package, the_case, me.agency_id, s.item_id, s.version, s.kind, s.category_mask, s.occurred_at
    from in_order(by_order, asked, starts, ends) s where s.item_id = any (items);
  get diagnostics listed = row_count;
  if listed <> cardinality(items) then
    raise exception 'outside of what the order names' using errcode = 'AC403';
  end if;
end $$;

-- A package of the speaker's agency, locked, with the keys of its case held, so that an order that ends and an erasure
-- come before or after. AC404: they are not on the case there.
create or replace function accord.claim_package(which uuid) returns accord.records_package
language plpgsql set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  p accord.records_package;
begin
  select * into p from records_package k where k.id = which;
  if not found or me.kind is distinct from 'staff' or p.owner_agency <> me.agency_id
    or not holds_for(p.case_id, p.owner_agency)
  then
    raise exception 'no such package for this speaker' using errcode = 'AC404';
  end if;
  perform hold_keys(p.case_id);
  select * into p from records_package k where k.id = which for update;
  return p;
end $$;

-- The second person's word: another than prepared it, who answers for the case. AC409: it was prepared by them, it does
-- not wait, or what is in scope has changed.
create or replace function accord.approve_package(which uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  p accord.records_package := claim_package(which);
begin
  if not oversees(p.case_id) then
    raise exception 'no such package for this speaker' using errcode = 'AC404';
  end if;
  if p.prepared_by = me.actor_id or p.state <> 'waiting' or not is_whole(p) then
    raise exception 'another person approves, what is in scope' using errcode = 'AC409';
  end if;
  update records_package set state = 'approved', approved_by = me.actor_id, approved_at = statement_timestamp()
    where id = which;
end $$;

-- Ends it without anything having gone out: sent back, taken back by whoever prepared it, or as `has_changed` says, what
-- is in scope was no longer the same when it was to go. Anyone's word who is on the case there. AC409: it has ended.
create or replace function accord.return_package(which uuid, has_changed boolean) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  p accord.records_package := claim_package(which);
begin
  if p.state not in ('waiting', 'approved') or has_changed and p.state <> 'approved' then
    raise exception 'it has ended' using errcode = 'AC409';
  end if;
  update records_package set ended_by = me.actor_id, ended_at = statement_timestamp(), state = case
      when has_changed then 'changed' when p.prepared_by = me.actor_id then 'taken-back' else 'sent-back'
    end
    where id = which;
end $$;

-- The first step of handing out: what was approved, while nobody can change it. AC409: nobody approved it, or it ended.
create or replace function accord.claim_approved(which uuid) returns table (item_id uuid, version integer)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare p accord.records_package := claim_package(which);
begin
  if p.state <> 'approved' then raise exception 'nobody approved it' using errcode = 'AC409'; end if;
  return query select l.item_id, l.version from records_package_item l where l.package_id = which;
end $$;

-- The second step: exactly what was approved goes out, with a digest of each. AC409: it is no longer all in scope, or
-- another list than was approved.
create or replace function accord.hand_out(
  which uuid, items uuid[], digests bytea[], with_notices text[], rules text
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  p accord.records_package := claim_package(which);
begin
  if p.state <> 'approved' or not is_whole(p) or cardinality(items) <> cardinality(digests)
    or array(select l.item_id from records_package_item l where l.package_id = which order by 1)
      is distinct from array(select i from unnest(items) i order by 1)
  then
    raise exception 'not what was approved' using errcode = 'AC409';
  end if;
  update records_package_item l set digest = d.digest
    from unnest(items, digests) d(item_id, digest) where l.package_id = which and l.item_id = d.item_id;
  update records_package set state = 'handed-out', ended_by = me.actor_id, ended_at = statement_timestamp(),
      handed_items = cardinality(items), notices = with_notices, policy_version = rules, handed_kinds = coalesce(
        (select bit_or(l.category_mask) from records_package_item l where l.package_id = which), 0)
    where id = which;
end $$;

-- True while an order forbids telling the young person: until the day that it names, and no longer than it stands.
create or replace function accord.is_quiet(of_order uuid, until timestamptz) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select coalesce(until > statement_timestamp(), false)
    and not exists (select from law_basis b where b.id = of_order and b.ended_at <= statement_timestamp())
$$;

-- False for a line of this instant about a package of which an order forbids to tell. A line has no number of its package:
-- it is one of those that there were then, and one that ends a package is written in the same transaction.
create or replace function accord.may_tell(the_case uuid, owner uuid, written timestamptz) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select is_own_case(the_case) and not exists (
    select from records_package p
    where p.case_id = the_case and p.owner_agency = owner and is_quiet(p.basis_id, p.quiet_until)
      and p.prepared_at <= written and (p.ended_at is null or p.ended_at + interval '1 minute' > written)
  )
$$;

-- Whoever is on the case for the agency that answers; the young person once something was handed out, unless the order
-- forbids to tell them, and then when that ends.
create policy parties on accord.records_package for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (
    accord.holds_for(case_id, owner_agency)
    or state = 'handed-out' and not accord.is_quiet(basis_id, quiet_until) and accord.is_own_case(case_id)
  )
);
create policy holders on accord.records_package_item for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[]) and accord.holds_for(case_id, owner_agency)
);
-- The lines of the ledger would tell as well.
create policy not_yet on accord.ledger_entry as restrictive for select to accord_runtime using (
  action not in ('package-prepared', 'package-approved', 'package-returned', 'handed-out')
  or accord.may_tell(case_id, owner_agency, at)
);
