-- What each agency signed with others, which caps what a permission can open: what the one gives, and what the other
-- receives. Unknown is not agreed. Orders, duties and emergencies ask for none of it.

-- Until when an agency has signed that it gives, or receives, a kind for a purpose, without a gap from an instant on.
-- Null: it has not. What was over before it began says nothing.
create or replace function accord.agreed_until(
  house uuid, for_purpose smallint, kind integer, giving boolean, since timestamptz
) returns timestamptz
language sql stable set search_path = accord, pg_temp as $$
  select upper(stretch) from unnest((
    select range_agg(tstzrange(a.valid_from, a.over_at)) from agreement a
    where a.agency_id = house and for_purpose = any (a.purposes) and a.valid_from < a.over_at
      and (case when giving then a.gives else a.receives end) >> kind & 1 = 1
  )) stretch
  where stretch @> since
$$;

-- The kinds of a mask that both have signed for at an instant, each with the end of what is covered from then on.
-- `coveredUntil` in the contract says the same; a test compares the two.
create or replace function accord.covered(
  discloser uuid, recipient uuid, for_purpose smallint, mask bigint, since timestamptz
) returns table (kind bigint, until timestamptz)
language sql stable set search_path = accord, pg_temp as $$
  select 1::bigint << c.bit, least(given.until, received.until)
  from category c
  cross join lateral (select agreed_until(discloser, for_purpose, c.bit, true, since) as until) given
  cross join lateral (select agreed_until(recipient, for_purpose, c.bit, false, since) as until) received
  where mask >> c.bit & 1 = 1 and given.until is not null and received.until is not null
$$;

-- Where a recipient is: a person's agency, or the agency itself.
create or replace function accord.home_of(recipient_kind text, recipient uuid) returns uuid
language sql stable set search_path = accord, pg_temp as $$
  select case recipient_kind when 'agency' then recipient else (select s.agency_id from staff s where s.id = recipient) end
$$;

-- No row of a permission goes beyond what both agencies signed, in kinds or in time: AC403. Each row of one permission
-- has a number of its own. Whoever changes an agreement waits for this transaction, and this one for them.
create or replace function accord.keep_to_agreements() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
declare agreed bigint;
begin
  perform hold_epochs();
  select coalesce(bit_or(c.kind) filter (where c.until >= new.valid_to), 0) into agreed
    from covered(new.owner_agency, home_of(new.grantee_kind, new.grantee_id), new.purpose, new.know_mask,
      greatest(new.valid_from, statement_timestamp())) c;
  if new.know_mask & ~agreed <> 0 then
    raise exception 'beyond what the two agencies agreed' using errcode = 'AC403';
  end if;
  select coalesce(max(e.part) + 1, 0) into new.part from effective_access e
    where e.case_id = new.case_id and e.grantee_id = new.grantee_id and e.purpose = new.purpose
      and e.owner_agency = new.owner_agency and e.basis_id = new.basis_id;
  return new;
end $$;
create or replace trigger keep_to_agreements before insert on accord.effective_access
  for each row when (new.basis_kind = 'consent') execute function accord.keep_to_agreements();

-- Until when the law lets a permission open anything, by whoever had its rows written: never longer than was signed.
create or replace function accord.keep_lawful_end(the_grant uuid, ends timestamptz) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare g accord.consent_grant;
begin
  select * into g from consent_grant where id = the_grant for update;
  if not (is_own_case(g.case_id) or holds_for(g.case_id, g.discloser_agency)) then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  update consent_grant set lawful_to = least(ends, g.valid_to) where id = g.id;
end $$;

-- The rows of one permission by what is agreed from now on: of the kinds that are open, those that are still covered,
-- each until its end. Nothing opens that was not open. What closes loses its keys, and what is written next is written
-- with a new one. For the functions below.
create or replace function accord.follow_grant(g accord.consent_grant) returns void
language plpgsql set search_path = accord, pg_temp as $$
declare
  old accord.effective_access[] := array(
    select e from effective_access e where e.basis_id = g.id and e.valid_to > statement_timestamp()
  );
  base accord.effective_access := old[1];
  before bigint;
  after bigint;
begin
  -- what is over by its date stays over, and pages say so
  if cardinality(old) = 0 then
    update consent_grant set opens = 0 where id = g.id;
    return;
  end if;
  select bit_or(o.see_mask) into before from unnest(old) o;
  delete from effective_access where basis_id = g.id;
  insert into effective_access (
    case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind, basis_id, see_mask, know_mask,
    data_from, data_to, valid_from, valid_to, opened_at
  )
  with held as (
    select c.kind, bool_or(o.see_mask & c.kind <> 0) as is_seen,
      least(c.until, g.valid_to, coalesce(g.lawful_to, max(o.valid_to))) as ends
    from unnest(old) o
    cross join lateral covered(g.discloser_agency, home_of(g.recipient_kind, g.recipient_id), g.purpose, o.know_mask,
      greatest(g.valid_from, statement_timestamp())) c
    group by c.kind, c.until
  )
  select base.case_id, base.owner_agency, base.grantee_kind, base.grantee_id, base.purpose, 'consent', g.id,
    coalesce(bit_or(h.kind) filter (where h.is_seen), 0), bit_or(h.kind), base.data_from, base.data_to,
    base.valid_from, each.ends, base.opened_at
  from (select distinct ends from held where ends > greatest(g.valid_from, statement_timestamp())) each
  join held h on h.ends >= each.ends
  group by each.ends order by each.ends;

  select coalesce(bit_or(e.see_mask), 0) into after from effective_access e where e.basis_id = g.id;
  update consent_grant set opens = after where id = g.id;
  update key_wrap w set ends_at = coalesce((
      select max(e.valid_to) from effective_access e where e.basis_id = g.id and w.category_mask & ~e.see_mask = 0
    ), w.ends_at)
    where w.basis_id = g.id;
  if before & ~after <> 0 then
    delete from key_wrap w where w.basis_id = g.id and w.category_mask & ~after <> 0;
    update case_key k set version = k.version + 1 where k.case_id = g.case_id and k.owner_agency = g.discloser_agency;
    if after = 0 then perform end_writing(g); end if;
  end if;
end $$;

-- Every permission to which or from which an agency shares, after a change of what it signed. The lock of all keys is
-- held alone by then: nobody signs, stops or writes in between.
create or replace function accord.follow_agreements(house uuid) returns void
language plpgsql set search_path = accord, pg_temp as $$
declare g accord.consent_grant;
begin
  for g in
    select * from consent_grant c
    where c.status = 'active' and house in (c.discloser_agency, home_of(c.recipient_kind, c.recipient_id))
      and exists (select from effective_access e where e.basis_id = c.id)
    order by c.id for update of c
  loop
    perform follow_grant(g);
  end loop;
end $$;

-- Records what the speaker's agency signed, as somebody who supervises there. In place of another of the agency's, that
-- one ends when this begins. What is open goes on where this covers it, and nothing opens by it. AC404: nobody who
-- supervises, or no such agreement to replace; AC409: that one is over, or another stands in its place.
create or replace function accord.record_agreement(
  new_agreement uuid, its_sort text, with_whom text, its_number text, its_digest bytea, signer text, signed_day date,
  first_day date, last_day date, zone text, it_gives bigint, it_receives bigint, for_purposes smallint[], in_place_of uuid
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := as_supervisor();
  begins timestamptz := first_day::timestamp at time zone zone;
  ends timestamptz := coalesce((last_day + 1)::timestamp at time zone zone, 'infinity');
begin
  perform take_epochs();
  if in_place_of is not null then
    perform end_one(in_place_of, me, greatest(begins, statement_timestamp()));
  end if;
  insert into agreement (id, agency_id, sort, parties, number, digest, signed_by, signed_on, gives, receives, purposes,
      valid_from, valid_to, over_at, replaces, recorded_by, recorded_at)
    values (new_agreement, me.agency_id, its_sort, with_whom, its_number, its_digest, signer, signed_day, it_gives,
      it_receives, for_purposes, begins, ends, ends, in_place_of, me.actor_id, statement_timestamp());
  perform follow_agreements(me.agency_id);
end $$;

-- Ends one now, as somebody who supervises there: what it alone covered closes at once, with its keys.
create or replace function accord.end_agreement(which uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  perform take_epochs();
  perform end_one(which, me, statement_timestamp());
  perform follow_agreements(me.agency_id);
end $$;

create or replace function accord.end_one(which uuid, me accord.actor_context, at_time timestamptz) returns void
language plpgsql set search_path = accord, pg_temp as $$
declare a accord.agreement;
begin
  select * into a from agreement where id = which and agency_id = me.agency_id for update;
  if not found then raise exception 'no such agreement for this speaker' using errcode = 'AC404'; end if;
  if a.ended_at is not null or a.over_at <= statement_timestamp() then
    raise exception 'it is over' using errcode = 'AC409';
  end if;
  update agreement set over_at = least(over_at, at_time), ended_by = me.actor_id, ended_at = statement_timestamp()
    where id = which;
end $$;

-- What agencies have signed for now and later, as masks and dates: what a permission between them asks of the rule. For
-- whoever reads permissions. No number and no name of it is another agency's to read.
create or replace function accord.agreed_terms(houses uuid[]) returns table (
  agency_id uuid, purposes smallint[], gives bigint, receives bigint, valid_from timestamptz, over_at timestamptz
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
begin
  if coalesce((context()).kind, '') not in ('staff', 'youth') then return; end if;
  return query
    select a.agency_id, a.purposes, a.gives, a.receives, a.valid_from, a.over_at from agreement a
    where a.agency_id = any (houses) and a.over_at > statement_timestamp() and a.valid_from < a.over_at;
end $$;

-- Colleagues read what their own agency signed.
create policy own on accord.agreement for select to accord_runtime
  using (agency_id = (select (accord.context()).agency_id));
