-- A permission and its projection move in one transaction: signing writes rows, stopping deletes them.

-- The permission, for whoever may stop it: the young person, and whoever holds the items for the discloser. Null for
-- everybody else, and of a draft. It takes no lock: the keys come first.
create or replace function accord.held_grant(the_grant uuid) returns accord.consent_grant
language sql stable set search_path = accord, pg_temp as $$
  select g.* from consent_grant g
  where g.id = the_grant and g.status <> 'draft'
    and (is_own_case(g.case_id) or holds_for(g.case_id, g.discloser_agency))
$$;

-- The permission, locked, for whoever may have it signed now: AC404 or AC409 else.
create or replace function accord.grant_to_sign(the_grant uuid) returns accord.consent_grant
language plpgsql set search_path = accord, pg_temp as $$
declare g accord.consent_grant;
begin
  select * into g from consent_grant where id = the_grant for update;
  if not writes_for(g.case_id, g.discloser_agency) then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  perform from staff s
    where g.recipient_kind = 'agency' or s.id = g.recipient_id and (s.ended_at is null or s.ended_at > statement_timestamp());
  if not found then raise exception 'the recipient has left' using errcode = 'AC409'; end if;
  if g.valid_to <= statement_timestamp() then raise exception 'ended before it was signed' using errcode = 'AC409'; end if;
  perform ask_for_paper(g);
  return g;
end $$;

-- A first signature: it holds from now, or from its own later beginning, and answers whoever asked for it.
create or replace function accord.put_in_force(g accord.consent_grant) returns void
language sql set search_path = accord, pg_temp as $$
  update consent_grant set status = 'active', valid_from = greatest(valid_from, statement_timestamp()) where id = g.id;
  update consent_request r set status = 'answered', decided_by = (context()).actor_id, decided_at = statement_timestamp()
    where r.case_id = g.case_id and r.discloser_agency = g.discloser_agency and r.asked_by = g.recipient_id
      and r.status = 'open' and r.category_mask & g.categories <> 0
$$;

-- The young person's signature, with the kinds that they marked one by one. It makes a draft a permission.
drop function if exists accord.sign_grant(uuid, text, bytea);
create or replace function accord.sign_grant(the_grant uuid, how text, form bytea, marked bigint) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant := grant_to_sign(the_grant);
begin
  if g.status <> 'draft' then raise exception 'already signed or stopped' using errcode = 'AC409'; end if;
  insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest, initialled)
    values (the_grant, 'young_person', how, me.actor_id, form, marked & g.categories);
  perform put_in_force(g);
end $$;

-- An adult's signature beside it, by an authority that stands now. Where the young person is too young to be asked
-- (the rule says), theirs comes first.
create or replace function accord.countersign_grant(
  the_grant uuid, the_authority uuid, how text, form bytea, may_come_first boolean
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant := grant_to_sign(the_grant);
  a accord.authority;
begin
  select * into a from authority where id = the_authority and case_id = g.case_id for update;
  if not found or a.capacity = 'young_person' then
    raise exception 'no such authority for this speaker' using errcode = 'AC404';
  end if;
  if a.excluded_at is not null or a.contact_agreed_at is null or a.contact_safe_at is null
    or a.valid_from > statement_timestamp() or a.valid_to <= statement_timestamp()
  then
    raise exception 'not somebody who signs' using errcode = 'AC409';
  end if;
  if g.status not in ('draft', 'active') or g.status = 'draft' and not may_come_first then
    raise exception 'not to be signed now' using errcode = 'AC409';
  end if;
  insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest, authority_id)
    values (the_grant, a.capacity, how, me.actor_id, form, a.id);
  if g.status = 'draft' then perform put_in_force(g); end if;
end $$;

-- An adult takes their signature back, by whatever way it was said: what needed it closes by the rows that the rule
-- makes anew. Recorded by whoever may stop the permission. The keys first, in the order of a stop.
create or replace function accord.withdraw_signature(the_grant uuid, of_capacity text) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare g accord.consent_grant;
begin
  select * into g from consent_grant where id = the_grant;
  if not holds_for(g.case_id, g.discloser_agency) then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(g.case_id);
  perform from consent_grant where id = the_grant for update;
  update consent_signature set withdrawn_at = statement_timestamp()
    where grant_id = the_grant and capacity = of_capacity and capacity <> 'young_person' and withdrawn_at is null;
  if not found then raise exception 'no such signature' using errcode = 'AC409'; end if;
end $$;

-- What no permission of an agency opens for a purpose: kinds that none can name, kinds that its own terms keep, and
-- (42 CFR 2.31(d), 2.12(d)) a Part 2 record for a proceeding.
create or replace function accord.never_shared(discloser uuid, for_purpose smallint) returns bigint
language sql stable set search_path = accord, pg_temp as $$
  select coalesce(bit_or(1::bigint << c.bit) filter (
      where not c.consentable or c.code = 'sud-part2' and p.code in ('investigation', 'court-report')
    ), 0) | ~(select a.shareable_mask from agency a where a.id = discloser)
  from category c, purpose p where p.id = for_purpose
$$;

-- Takes the rows that the rule made of a signed permission, and refuses any that the permission does not contain:
-- another owner, recipient, kind of data, purpose or a longer period. `rows` is a JSON array of
-- {owner_agency, grantee_kind, grantee_id, purpose, see_mask, know_mask, valid_to} (masks as text). A quiet kind is
-- known of only where it is seen. For the functions below, which ask who is speaking.
create or replace function accord.put_rows(g accord.consent_grant, rows jsonb) returns void
language plpgsql set search_path = accord, pg_temp as $$
declare
  never bigint := never_shared(g.discloser_agency, g.purpose);
  quiet bigint;
  stopped bigint;
  r record;
begin
  if jsonb_array_length(rows) > 0 and (
    g.status <> 'active'
    or not exists (select from consent_signature s where s.grant_id = g.id and s.withdrawn_at is null)
  ) then
    raise exception 'not signed' using errcode = 'AC409';
  end if;
  select coalesce(bit_or(1::bigint << bit) filter (where not existence_known), 0) into quiet from category;
  select coalesce(bit_or(categories), 0) into stopped from consent_revocation v where v.grant_id = g.id;

  for r in
    select * from jsonb_to_recordset(rows) as t(
      owner_agency uuid, grantee_kind text, grantee_id uuid, purpose smallint, see_mask bigint, know_mask bigint,
      valid_to timestamptz
    )
  loop
    if r.owner_agency <> g.discloser_agency or r.grantee_kind <> g.recipient_kind or r.grantee_id <> g.recipient_id
      or r.purpose <> g.purpose or r.valid_to > g.valid_to or r.know_mask & ~g.categories <> 0
      or r.know_mask & (never | stopped) <> 0 or r.know_mask & ~r.see_mask & quiet <> 0
    then
      raise exception 'a row outside the signed permission' using errcode = 'AC403';
    end if;
    insert into effective_access (
      case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind, basis_id, see_mask, know_mask,
      data_from, data_to, valid_from, valid_to, opened_at
    )
    select g.case_id, r.owner_agency, r.grantee_kind, r.grantee_id, r.purpose, 'consent', g.id, r.see_mask,
      r.know_mask, g.data_from, g.data_to, g.valid_from, r.valid_to, f.opened_at
    from case_file f where f.id = g.case_id;
  end loop;
  update consent_grant set opens = coalesce((select bit_or(e.see_mask) from effective_access e where e.basis_id = g.id), 0)
    where id = g.id;
end $$;

-- The rows of a permission anew, in place of those that it had. What is no longer open loses its key wraps, and what is
-- written next is written with a new key.
create or replace function accord.project_grant(the_grant uuid, rows jsonb) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  g accord.consent_grant;
  before bigint;
  after bigint;
begin
  select * into g from consent_grant where id = the_grant for update;
  if not holds_for(g.case_id, g.discloser_agency) then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  select coalesce(bit_or(e.see_mask), 0) into before from effective_access e where e.basis_id = g.id;
  delete from effective_access where basis_id = g.id;
  perform put_rows(g, rows);
  select opens into after from consent_grant where id = g.id;
  if before & ~after <> 0 then
    delete from key_wrap where basis_id = g.id and category_mask & ~after <> 0;
    update case_key set version = version + 1 where case_id = g.case_id and owner_agency = g.discloser_agency;
    if after = 0 then perform end_writing(g); end if;
  end if;
end $$;

-- A recipient who may also write becomes assigned for their own agency, which holds what it adds, until the permission
-- ends or is stopped. From then on they still read what is their agency's own, as a supervisor does, and add nothing.
create or replace function accord.give_writing(g accord.consent_grant, purposes smallint[]) returns void
language plpgsql set search_path = accord, pg_temp as $$
begin
  if g.status <> 'active' or g.valid_to <= statement_timestamp() or not g.may_write or g.recipient_kind <> 'staff' then
    raise exception 'this permission lets nobody write' using errcode = 'AC403';
  end if;
  perform take_custody(g.case_id, s.agency_id, purposes) from staff s where s.id = g.recipient_id;
  -- What the newcomer's agency writes is open to the young person as far as what the lead agency writes is.
  insert into effective_access (
    case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind, basis_id, see_mask, know_mask,
    valid_from, valid_to, opened_at
  )
  select e.case_id, s.agency_id, e.grantee_kind, e.grantee_id, e.purpose, e.basis_kind, e.basis_id, e.see_mask,
    e.know_mask, now(), 'infinity', e.opened_at
  from effective_access e
  join case_file f on f.id = e.case_id and f.lead_agency = e.owner_agency
  join staff s on s.id = g.recipient_id
  where e.case_id = g.case_id and e.basis_kind = 'self_access'
  on conflict do nothing;
  insert into assignment (case_id, staff_id, kind, valid_to)
    values (g.case_id, g.recipient_id, 'assigned', g.valid_to), (g.case_id, g.recipient_id, 'supervision', 'infinity')
    on conflict (case_id, staff_id, kind) do update set valid_to = greatest(assignment.valid_to, excluded.valid_to);
end $$;

-- True for somebody whom a permission lets, or once let, write here. They supervise what they added, and so answer for
-- nobody and set no rules of their agency.
create or replace function accord.is_let_write(the_case uuid, worker uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (select from consent_grant g where g.case_id = the_case and g.recipient_id = worker and g.may_write)
$$;

create or replace function accord.let_recipient_write(the_grant uuid, purposes smallint[]) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare g accord.consent_grant;
begin
  select * into g from consent_grant where id = the_grant;
  if not writes_for(g.case_id, g.discloser_agency) then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  perform give_writing(g, purposes);
end $$;

-- What let a recipient write goes with their permission, unless their own agency assigned them or another one that opens
-- something still does.
create or replace function accord.end_writing(g accord.consent_grant) returns void
language sql set search_path = accord, pg_temp as $$
  update assignment a set valid_to = greatest(a.valid_from + interval '1 microsecond', coalesce((
      select max(o.valid_to) from consent_grant o
      where o.case_id = g.case_id and o.recipient_id = g.recipient_id and o.may_write and o.status = 'active'
        and o.opens <> 0
    ), statement_timestamp()))
    where g.may_write and a.case_id = g.case_id and a.staff_id = g.recipient_id and a.kind = 'assigned'
      and a.valid_to = g.valid_to
$$;

-- Stops all or some kinds of one permission, on receipt: rows and key wraps go now, and what is written next is
-- written with a new key. `way` is how a stop that staff record had reached them. Answers what is still shared.
drop function if exists accord.stop_grant(uuid, bigint, uuid);
create or replace function accord.stop_grant(the_grant uuid, kinds bigint, revocation uuid, way text default null)
returns bigint
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant := held_grant(the_grant);
  left_over bigint;
begin
  if g.id is null then raise exception 'no such permission for this speaker' using errcode = 'AC404'; end if;
  -- The keys first, and then the permission's own lock: the order in which writers take the two. What was renewed in
  -- the meantime is stopped where it goes on.
  perform take_keys(g.case_id);
  select * into g from consent_grant where id = newest_of(the_grant) for update;
  if kinds & g.categories = 0 then raise exception 'not in this permission' using errcode = 'AC409'; end if;
  insert into consent_revocation (id, grant_id, categories, received_from, received_by, came_by)
    values (revocation, g.id, kinds & g.categories,
      case me.kind when 'youth' then 'young_person' else 'staff' end, me.actor_id, way);
  select g.categories & ~bit_or(categories) into left_over from consent_revocation where grant_id = g.id;

  if left_over = 0 then
    delete from effective_access where basis_id = g.id;
    update consent_grant set status = 'stopped' where id = g.id;
    perform end_writing(g);
  else
    update effective_access set see_mask = see_mask & left_over, know_mask = know_mask & left_over
      where basis_id = g.id;
    delete from effective_access where basis_id = g.id and know_mask = 0;
  end if;
  delete from key_wrap where basis_id = g.id and category_mask & ~left_over <> 0;
  update case_key set version = version + 1 where case_id = g.case_id and owner_agency = g.discloser_agency;
  return left_over;
end $$;

-- Before several are stopped as one: from here on nothing is signed or shared in the case until it is done.
create or replace function accord.take_keys_to_stop(the_case uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if not holds_for(the_case, (context()).agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(the_case);
end $$;

-- A draft that nobody signed can be thrown away by those who may prepare one.
create or replace function accord.discard_grant(the_grant uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare g accord.consent_grant;
begin
  select * into g from consent_grant where id = the_grant for update;
  if not writes_for(g.case_id, g.discloser_agency) or g.status <> 'draft' then
    raise exception 'no such draft for this speaker' using errcode = 'AC404';
  end if;
  delete from consent_grant where id = the_grant;
end $$;

-- What restrictions now take away from a person of an agency, or from an agency alone (`agency` null).
create or replace function accord.denied_mask(the_case uuid, target uuid, agency uuid) returns bigint
language sql stable set search_path = accord, pg_temp as $$
  select coalesce(bit_or(d.categories), 0) from access_denial d
  where d.case_id = the_case and d.target_id in (target, agency)
    and d.valid_from <= statement_timestamp() and d.valid_to > statement_timestamp()
$$;

-- Who can read which items of the speaker's own agency today: the audience lines, without whoever has left or may
-- never see. Nobody learns of another owner's.
drop function if exists accord.audience(uuid);
create function accord.audience(the_case uuid)
returns table (owner_agency uuid, see_mask bigint, data_from timestamptz, data_to timestamptz, name text)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if not (holds_for(the_case, me.agency_id) or is_own_case(the_case)) then return; end if;
  return query
    select e.owner_agency, e.see_mask & ~denied_mask(e.case_id, e.grantee_id, s.agency_id), e.data_from, e.data_to,
      coalesce(s.name, a.name)
    from effective_access e
    left join staff s on e.grantee_kind = 'staff' and s.id = e.grantee_id
    left join agency a on e.grantee_kind = 'agency' and a.id = e.grantee_id
    where e.case_id = the_case and e.grantee_kind in ('staff', 'agency') and e.basis_kind <> 'own_custody'
      and (s.ended_at is null or s.ended_at > statement_timestamp())
      and (me.kind = 'youth' or e.owner_agency = me.agency_id)
      and e.valid_from <= statement_timestamp() and e.valid_to > statement_timestamp();
end $$;

-- The people around a case, as far as the speaker may know them: colleagues who are assigned, and whoever the
-- speaker's own agency shares with. A young person knows everyone who works with what is open to them.
create or replace function accord.team(the_case uuid)
returns table (name text, title text, agency text)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  is_young boolean := is_own_case(the_case);
  now_at timestamptz := statement_timestamp();
begin
  if not (is_young or holds_for(the_case, me.agency_id)) then return; end if;
  return query
    select s.name, s.title, a.name
    from staff s join agency a on a.id = s.agency_id
    where (s.ended_at is null or s.ended_at > now_at) and (
      exists (
        select from assignment m
        where m.case_id = the_case and m.staff_id = s.id and m.valid_from <= now_at and m.valid_to > now_at
          and custody_mask() & ~denied_mask(the_case, s.id, s.agency_id) <> 0
          and (s.agency_id = me.agency_id or is_young and exists (
            select from effective_access own
            where own.case_id = the_case and own.owner_agency = s.agency_id and own.grantee_id = me.actor_id
          ))
      )
      or exists (
        select from effective_access e
        where e.case_id = the_case and e.grantee_kind = 'staff' and e.grantee_id = s.id
          and e.know_mask & ~denied_mask(the_case, s.id, s.agency_id) <> 0
          and e.valid_from <= now_at and e.valid_to > now_at and (is_young or e.owner_agency = me.agency_id)
      )
    )
    order by s.name;
end $$;
