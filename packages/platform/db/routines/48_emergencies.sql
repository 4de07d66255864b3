-- Emergencies: one at a time, agreed to by a second person where the agency wants two, looked at afterwards by a third.
-- Whoever is on call for the agency stands in for the second and the third; they read of it what they decide about
-- (whom, what kind, how long) and nothing of the case, not even its code name.

-- One at a time for each worker, and none while one of theirs was not looked at for 72 hours. AC409 for either.
create or replace function accord.claim_emergency(worker uuid) returns void
language plpgsql set search_path = accord, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('accord/emergency/' || worker, 0));
  if exists (
    select from law_basis b
      where b.kind = 'emergency' and b.recorded_by = worker and b.ended_at is null and b.valid_to > statement_timestamp()
    union all
    select from emergency_ask a
      where a.asked_by = worker and a.answer is null and a.lapses_at > statement_timestamp()
  ) then
    raise exception 'one emergency at a time' using errcode = 'AC409';
  end if;
  if emergency_on_hold(worker) then raise exception 'on hold until it is looked at' using errcode = 'AC409'; end if;
end $$;

create or replace function accord.emergency_on_hold(worker uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (
    select from law_basis b
    where b.kind = 'emergency' and b.recorded_by = worker and b.valid_from <= statement_timestamp() - interval '72 hours'
      and not exists (select from emergency_review r where r.basis_id = b.id)
  )
$$;

-- What the speaker's own agency wants of an emergency, and whether theirs are on hold.
create or replace function accord.own_emergency_terms() returns table (needs_two boolean, on_hold boolean)
language sql stable security definer set search_path = accord, pg_temp as $$
  select a.emergency_needs_two, emergency_on_hold(me.actor_id)
  from (select (c).* from (select context() as c) x) me
  join agency a on a.id = me.agency_id
  where me.kind = 'staff'
$$;

create or replace function accord.is_on_call(house uuid, who uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (
    select from on_call o
    where o.agency_id = house and o.staff_id = who
      and o.valid_from <= statement_timestamp() and o.valid_to > statement_timestamp()
  )
$$;

-- The speaker may agree to, or look at, what another of their agency opens of this case: on the case, or on call, and
-- not somebody whom a restriction keeps from any of it.
create or replace function accord.may_vouch(the_case uuid, house uuid) returns boolean
language plpgsql stable set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  return coalesce(me.kind = 'staff' and me.agency_id = house, false)
    and (is_on_call(house, me.actor_id) or exists (
      select from assignment a
      where a.case_id = the_case and a.staff_id = me.actor_id and a.valid_from <= now_at and a.valid_to > now_at
    ))
    and not exists (
      select from access_denial d
      where d.case_id = the_case and d.target_id in (me.actor_id, house) and d.valid_from <= now_at and d.valid_to > now_at
    );
end $$;

-- Asks for a second person. It opens nothing, and lapses after half an hour. AC403 where the agency does not want two:
-- there it is opened.
create or replace function accord.ask_emergency(
  basis uuid, the_case uuid, to_kind text, recipient uuid, for_purposes smallint[], see bigint, what text, mins smallint,
  told text, untold text
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  b accord.law_basis;
begin
  if me.kind is distinct from 'staff' or not writes_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  if not (select a.emergency_needs_two from agency a where a.id = me.agency_id) then
    raise exception 'opened by one person here' using errcode = 'AC403';
  end if;
  b.owner_agency := me.agency_id; b.kind := 'emergency'; b.recipient_kind := to_kind; b.recipient_id := recipient;
  b.purposes := for_purposes; b.see_mask := see; b.know_mask := see;
  b.valid_to := statement_timestamp() + make_interval(mins => mins);
  perform refuse_basis(b);
  perform claim_emergency(me.actor_id);
  insert into emergency_ask (
    id, case_id, owner_agency, recipient_kind, recipient_id, purposes, mask, nature, minutes, told_how, not_told,
    asked_by, asked_at, lapses_at
  )
  values (
    basis, the_case, me.agency_id, to_kind, recipient, for_purposes, see, what, mins, told, untold, me.actor_id,
    statement_timestamp(), statement_timestamp() + interval '30 minutes'
  );
end $$;

-- The second person agrees, and it is open from then on for its minutes; or does not, or the asker takes it back. The
-- floor asks its own law again. Answers the case and what it opened (0 for nothing).
create or replace function accord.answer_emergency(basis uuid, agrees boolean)
returns table (case_id uuid, owner_agency uuid, mask bigint)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  a accord.emergency_ask;
  b accord.law_basis;
begin
  select * into a from emergency_ask where id = basis;
  if not found or me.kind is distinct from 'staff'
    or (case when a.asked_by = me.actor_id then agrees else not may_vouch(a.case_id, a.owner_agency) end)
  then
    raise exception 'no such emergency for this speaker' using errcode = 'AC404';
  end if;
  perform hold_keys(a.case_id);
  select * into a from emergency_ask where id = basis for update;
  if a.answer is not null or a.lapses_at <= statement_timestamp() then
    raise exception 'over already' using errcode = 'AC409';
  end if;
  update emergency_ask set answered_by = me.actor_id, answered_at = statement_timestamp(),
      answer = case when agrees then 'agreed' when a.asked_by = me.actor_id then 'taken-back' else 'not-agreed' end
    where id = basis;
  if agrees then
    perform from staff s where s.id = a.asked_by and (s.ended_at is null or s.ended_at > statement_timestamp());
    if not found or emergency_on_hold(a.asked_by) then
      raise exception 'whoever asked has left, or is on hold' using errcode = 'AC409';
    end if;
    b.id := a.id; b.case_id := a.case_id; b.owner_agency := a.owner_agency; b.kind := 'emergency';
    b.recipient_kind := a.recipient_kind; b.recipient_id := a.recipient_id; b.purposes := a.purposes;
    b.see_mask := a.mask; b.know_mask := a.mask; b.evidence := a.nature;
    b.valid_from := statement_timestamp(); b.valid_to := statement_timestamp() + make_interval(mins => a.minutes);
    b.recorded_by := a.asked_by; b.seconded_by := me.actor_id; b.told_how := a.told_how; b.not_told := a.not_told;
    perform refuse_basis(b);
    perform put_basis(b);
  end if;
  return query select a.case_id, a.owner_agency, case when agrees then a.mask else 0 end;
end $$;

-- Said afterwards, once, by somebody who neither opened it nor agreed to it. What was not right and is still open ends
-- with the same word. Answers the case and what that closed (0 for nothing).
create or replace function accord.review_emergency(basis uuid, how text)
returns table (case_id uuid, owner_agency uuid, mask bigint)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  b accord.law_basis;
  closed boolean := false;
begin
  select * into b from law_basis where id = basis and kind = 'emergency';
  if not found or me.actor_id = b.recorded_by or me.actor_id is not distinct from b.seconded_by
    or not may_vouch(b.case_id, b.owner_agency)
  then
    raise exception 'no such emergency for this speaker' using errcode = 'AC404';
  end if;
  if how = 'not-right' then
    perform take_keys(b.case_id);
    closed := close_basis(b, me.actor_id, 'mistake');
  end if;
  insert into emergency_review (basis_id, case_id, owner_agency, outcome, reviewed_by, reviewed_at)
    values (basis, b.case_id, b.owner_agency, how, me.actor_id, statement_timestamp())
    on conflict do nothing;
  if not found then raise exception 'looked at already' using errcode = 'AC409'; end if;
  return query select b.case_id, b.owner_agency, case when closed then b.know_mask else 0 end;
end $$;

-- Whoever agrees to an emergency in this transaction, or ends it by looking at it, writes its line in the ledger though
-- the case may not be theirs.
create or replace function accord.vouches_now(the_case uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  return exists (
    select from law_basis b
    where b.case_id = the_case and b.kind = 'emergency' and b.owner_agency = me.agency_id
      and me.actor_id in (b.seconded_by, b.ended_by) and b.xmin = pg_current_xact_id()::xid
  );
end $$;

-- What waits for a second person, and what nobody has looked at yet: of the speaker's agency, for whoever is on the
-- case or on call, and for whoever opened it. The case and its code name only for whoever is on it.
create or replace function accord.emergencies()
returns table (
  what text, id uuid, case_id uuid, code_name text, name text, title text, agency text, mask bigint, nature text,
  minutes integer, by_name text, seconded_by text, at timestamptz, until timestamptz, is_own boolean, may_decide boolean
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  if me.kind is distinct from 'staff' then return; end if;
  return query
  with found as (
    select 'ask' as what, e.id, e.case_id, e.recipient_kind, e.recipient_id, e.mask, e.nature,
      e.minutes::integer as minutes, e.asked_by as opener, null::uuid as second, e.asked_at as at, e.lapses_at as until
    from emergency_ask e
    where e.owner_agency = me.agency_id and e.answer is null and e.lapses_at > now_at
    union all
    select 'review', b.id, b.case_id, b.recipient_kind, b.recipient_id, b.see_mask, b.evidence,
      ceil(extract(epoch from b.valid_to - b.valid_from) / 60)::integer, b.recorded_by, b.seconded_by, b.valid_from,
      coalesce(b.ended_at, b.valid_to)
    from law_basis b
    where b.owner_agency = me.agency_id and b.kind = 'emergency'
      and not exists (select from emergency_review r where r.basis_id = b.id)
  )
  select f.what, f.id, case when on_it.is_so then f.case_id end, case when on_it.is_so then c.code_name end,
    coalesce(s.name, a.name), s.title, a.name, f.mask, f.nature, f.minutes, o.name, w.name, f.at, f.until,
    f.opener = me.actor_id, vouch.may and f.opener <> me.actor_id and f.second is distinct from me.actor_id
  from found f
  cross join lateral (select may_vouch(f.case_id, me.agency_id) as may) vouch
  cross join lateral (
    select vouch.may and exists (
      select from assignment m
      where m.case_id = f.case_id and m.staff_id = me.actor_id and m.valid_from <= now_at and m.valid_to > now_at
    ) as is_so
  ) on_it
  join case_file c on c.id = f.case_id
  left join staff s on f.recipient_kind = 'staff' and s.id = f.recipient_id
  join agency a on a.id = coalesce(s.agency_id, f.recipient_id)
  join staff o on o.id = f.opener
  left join staff w on w.id = f.second
  where vouch.may or f.opener = me.actor_id
  order by f.what, f.at, f.id;
end $$;

-- Whoever supervises a case that their agency holds items of sets how it handles emergencies. AC404 for everybody else.
create or replace function accord.as_supervisor() returns accord.actor_context
language plpgsql stable set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if me.kind is distinct from 'staff' or not exists (
    select from assignment a
    join effective_access e on e.case_id = a.case_id and e.owner_agency = me.agency_id
      and e.grantee_id = me.agency_id and e.basis_kind = 'own_custody' and e.valid_to > statement_timestamp()
    where a.staff_id = me.actor_id and a.kind = 'supervision'
      and a.valid_from <= statement_timestamp() and a.valid_to > statement_timestamp()
      and not is_let_write(a.case_id, me.actor_id)
  ) then
    raise exception 'not theirs to set' using errcode = 'AC404';
  end if;
  return me;
end $$;

create or replace function accord.supervises() returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
begin
  return (as_supervisor()).actor_id is not null;
exception when sqlstate 'AC404' then
  return false;
end $$;

create or replace function accord.want_two(needs_two boolean) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  update agency set emergency_needs_two = needs_two where id = me.agency_id;
end $$;

-- On call from now on, for a month at most. Nobody puts themselves there: they would agree to what nobody chose them for.
create or replace function accord.put_on_call(colleague uuid, number text, until timestamptz) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := as_supervisor();
  now_at timestamptz := statement_timestamp();
begin
  perform from staff s where s.id = colleague and s.agency_id = me.agency_id and (s.ended_at is null or s.ended_at > now_at);
  if not found or colleague = me.actor_id then
    raise exception 'no such colleague' using errcode = 'AC404';
  end if;
  if until <= now_at or until > now_at + interval '32 days' then
    raise exception 'not for so long' using errcode = 'AC409';
  end if;
  insert into on_call (agency_id, staff_id, phone, valid_from, valid_to, set_by)
    values (me.agency_id, colleague, number, now_at, until, me.actor_id)
    on conflict (agency_id, staff_id) do update
      set phone = excluded.phone, valid_from = excluded.valid_from, valid_to = excluded.valid_to, set_by = excluded.set_by;
end $$;

create or replace function accord.take_off_call(colleague uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  delete from on_call where agency_id = me.agency_id and staff_id = colleague;
  if not found then raise exception 'not on call' using errcode = 'AC404'; end if;
end $$;

-- Whoever works at the agency reads who is on call there.
create policy colleagues on accord.on_call for select to accord_runtime using (
  agency_id = (select (accord.context()).agency_id) and (select (accord.context()).kind) = 'staff'
);
-- Whoever reads the basis reads what was said of it: the young person among them.
create policy parties on accord.emergency_review for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (accord.is_own_case(case_id) or accord.holds_for(case_id, owner_agency))
);
