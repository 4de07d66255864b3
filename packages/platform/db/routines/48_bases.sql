-- Bases beside consent: an order, a statute, a duty, an emergency. Recorded by whoever writes for the agency that holds
-- the items; the projection rows and the record are one transaction, and ending takes rows and keys at once.

-- An agency whose terms know neither case teams nor emergencies: nothing of it leaves but by release, order, or report.
create or replace function accord.is_confidential_service(house uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select a.victim_funding <> '{}' or a.youth_shelter is not null from agency a where a.id = house
$$;

-- What a basis of this kind never opens of this owner's items (consent-rules A16, V-9, P-10, P-12, P-13, IM-1, JJ-1).
-- `lawScope` in the contract says the same with more facts; a test compares the two.
create or replace function accord.law_never(
  how text, house uuid, duty_rule text, has_subpoena boolean, to_system text, for_purposes smallint[]
) returns bigint
language sql stable set search_path = accord, pg_temp as $$
  select coalesce(bit_or(1::bigint << c.bit) filter (where
    not c.consentable or c.code = 'immigration'
    or case how
      when 'court_order' then c.code = 'sud-part2' and not has_subpoena
      when 'team_statute' then
        c.code in ('vsp-record', 'rhy-record', 'sud-part2', 'edu-record') or is_confidential_service(house)
      when 'mandate' then
        not case duty_rule
          when 'MR-1' then to_system in ('child-welfare', 'law-enforcement') and c.code in
            ('id-core', 'contact-location', 'exploitation-history', 'trafficking-status')
          when 'M-2' then to_system = 'law-enforcement' and c.code in ('id-core', 'trafficking-status')
            and not is_confidential_service(house)
          when 'M-3' then to_system = 'law-enforcement'
            and c.code in ('id-core', 'contact-location', 'trafficking-status') and not is_confidential_service(house)
          else false
        end
      when 'emergency' then
        c.code in ('vsp-record', 'rhy-record', 'jj-record') or is_confidential_service(house)
        or c.code = 'sud-part2' and (to_system <> 'medical' or exists (
          select from purpose p where p.id = any (for_purposes) and p.code in ('investigation', 'court-report')
        ))
      else true
    end
  ), 0) from category c
$$;

-- AC409 for a basis that cannot be now (over before it began, the recipient has left), AC403 for one that no law opens.
create or replace function accord.refuse_basis(b accord.law_basis) returns void
language plpgsql stable set search_path = accord, pg_temp as $$
declare
  now_at timestamptz := statement_timestamp();
  longest interval := case b.kind
    when 'emergency' then interval '60 minutes' when 'mandate' then interval '31 days' else interval '366 days'
  end;
  quiet bigint;
  to_agency accord.agency;
begin
  select a.* into to_agency from agency a
    where a.id = case b.recipient_kind when 'agency' then b.recipient_id when 'staff' then (
      select s.agency_id from staff s
      where s.id = b.recipient_id and s.started_at <= now_at and (s.ended_at is null or s.ended_at > now_at)
    ) end;
  if to_agency.id is null then raise exception 'no such recipient' using errcode = 'AC409'; end if;
  if b.valid_to <= now_at then raise exception 'over before it began' using errcode = 'AC409'; end if;
  select coalesce(bit_or(1::bigint << bit) filter (where not existence_known), 0) into quiet from category;
  if to_agency.id = b.owner_agency
    or b.know_mask
      & law_never(b.kind, b.owner_agency, b.duty, b.subpoena is not null, to_agency.system, b.purposes) <> 0
    or b.know_mask & ~b.see_mask & quiet <> 0 or b.see_mask <> b.know_mask and b.kind <> 'team_statute'
    or b.know_mask >> (select max(bit) + 1 from category)::int <> 0
    or exists (select from unnest(b.purposes) p where p not in (select id from purpose where code <> 'self-access'))
    or b.valid_to > now_at + longest
  then
    raise exception 'outside what the law opens this way' using errcode = 'AC403';
  end if;
end $$;

-- Writes the record and the rows that it opens. For the functions that have asked who is speaking.
create or replace function accord.put_basis(b accord.law_basis) returns void
language plpgsql set search_path = accord, pg_temp as $$
begin
  insert into law_basis (
    id, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask, know_mask, data_to, valid_from,
    valid_to, duty, evidence, subpoena, issued_on, recorded_by, seconded_by, told_how, told_at, told_by, not_told
  )
  values (
    b.id, b.case_id, b.owner_agency, b.kind, b.recipient_kind, b.recipient_id, b.purposes, b.see_mask, b.know_mask,
    -- a report is what was there when it was made: a duty never opens what is written later
    case b.kind when 'mandate' then b.valid_from else 'infinity' end, b.valid_from, b.valid_to, b.duty, b.evidence,
    b.subpoena, b.issued_on, b.recorded_by, b.seconded_by, b.told_how, case when b.told_how is not null then b.valid_from end,
    case when b.told_how is not null then b.recorded_by end, b.not_told
  );
  insert into effective_access (
    case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind, basis_id, see_mask, know_mask, data_from,
    data_to, valid_from, valid_to, opened_at
  )
  select l.case_id, l.owner_agency, l.recipient_kind, l.recipient_id, p, l.kind, l.id, l.see_mask, l.know_mask,
    l.data_from, l.data_to, l.valid_from, l.valid_to, f.opened_at
  from law_basis l join case_file f on f.id = l.case_id cross join unnest(l.purposes) p
  where l.id = b.id;
end $$;

-- Writes the record and its rows. AC404: the speaker does not write for the agency on this case. AC403: outside what the
-- law opens this way, or an emergency that needs a second person. AC409: as `refuse_basis` and `claim_emergency` say.
create or replace function accord.record_basis(
  basis uuid, the_case uuid, how text, to_kind text, recipient uuid, for_purposes smallint[], see bigint, know bigint,
  until timestamptz, duty_rule text, named text, subpoena_number text, issued date, told text, untold text
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  b accord.law_basis;
begin
  if not writes_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  perform hold_keys(the_case);
  b.id := basis; b.case_id := the_case; b.owner_agency := me.agency_id; b.kind := how;
  b.recipient_kind := to_kind; b.recipient_id := recipient; b.purposes := for_purposes;
  b.see_mask := see; b.know_mask := know; b.valid_from := statement_timestamp(); b.valid_to := until;
  b.duty := duty_rule; b.evidence := named; b.subpoena := subpoena_number; b.issued_on := issued;
  b.recorded_by := me.actor_id; b.told_how := told; b.not_told := untold;
  perform refuse_basis(b);
  if how = 'emergency' then
    if (select a.emergency_needs_two from agency a where a.id = me.agency_id) then
      raise exception 'needs a second person' using errcode = 'AC403';
    end if;
    perform claim_emergency(me.actor_id);
  end if;
  perform put_basis(b);
end $$;

-- Takes what it opened, at once: for the functions below, which hold the keys and have asked who is speaking.
create or replace function accord.close_basis(b accord.law_basis, who uuid, why text) returns boolean
language plpgsql set search_path = accord, pg_temp as $$
begin
  update law_basis set ended_at = statement_timestamp(), ended_by = who, end_reason = why
    where id = b.id and ended_at is null and valid_to > statement_timestamp();
  if not found then return false; end if;
  delete from effective_access where basis_id = b.id;
  delete from key_wrap where basis_id = b.id;
  update case_key set version = version + 1 where case_id = b.case_id and owner_agency = b.owner_agency;
  return true;
end $$;

-- Ends one at once, for any worker of its owner who is on the case; the young person cannot. Answers what it opened.
create or replace function accord.end_basis(basis uuid, why text) returns bigint
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  b accord.law_basis;
begin
  select * into b from law_basis where id = basis;
  if not holds_for(b.case_id, b.owner_agency) then
    raise exception 'no such basis for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(b.case_id);
  if not close_basis(b, me.actor_id, why) then raise exception 'over already' using errcode = 'AC409'; end if;
  return b.know_mask;
end $$;

-- Somebody has told the young person. What was said once is not said again.
create or replace function accord.tell_basis(basis uuid, told text) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  b accord.law_basis;
begin
  select * into b from law_basis where id = basis for update;
  if not holds_for(b.case_id, b.owner_agency) then
    raise exception 'no such basis for this speaker' using errcode = 'AC404';
  end if;
  if b.told_how is not null then raise exception 'told already' using errcode = 'AC409'; end if;
  update law_basis set told_how = told, told_at = statement_timestamp(), told_by = me.actor_id, not_told = null
    where id = basis;
end $$;

-- The young person, and whoever holds the items. A recipient sees what is open, not what it stands on.
create policy parties on accord.law_basis for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (accord.is_own_case(case_id) or accord.holds_for(case_id, owner_agency))
);
