-- The register: subpoenas that came and duties that began, each with its clock. Writing here opens nothing.

-- AC404: the speaker does not write for the agency on this case. AC409: it is still to come, or was due before it came.
create or replace function accord.record_duty(
  entry uuid, the_case uuid, what text, counts text, named text, received timestamptz, due timestamptz, rules text
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  if me.kind is distinct from 'staff' or not writes_for(the_case, me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  if received > now_at or due <= received then raise exception 'no such time' using errcode = 'AC409'; end if;
  insert into duty_entry (
    id, case_id, owner_agency, kind, clock, number, received_at, due_at, counted_by, recorded_by, recorded_at
  )
  values (entry, the_case, me.agency_id, what, counts, named, received, due, rules, me.actor_id, now_at);
end $$;

-- How it came out, said once, by whoever holds the items for its agency. A subpoena that a court made an order of names
-- that order, which must be of this case and agency. `at_time` null: now. AC409: said before, at no such time, or late
-- without a reason.
create or replace function accord.close_duty(
  entry uuid, how text, confirmed text, at_time timestamptz, led_to uuid, late text
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
  closed_at timestamptz := coalesce(at_time, now_at);
  d accord.duty_entry;
begin
  select * into d from duty_entry where id = entry for update;
  if not found or me.kind is distinct from 'staff' or d.owner_agency <> me.agency_id
    or not holds_for(d.case_id, d.owner_agency)
  then
    raise exception 'no such entry for this speaker' using errcode = 'AC404';
  end if;
  if led_to is not null and not exists (
    select from law_basis b
    where b.id = led_to and b.kind = 'court_order' and b.case_id = d.case_id and b.owner_agency = d.owner_agency
  ) then
    raise exception 'no such order for this speaker' using errcode = 'AC404';
  end if;
  if d.outcome is not null or closed_at > now_at or closed_at < d.received_at then
    raise exception 'not at that time, or said before' using errcode = 'AC409';
  end if;
  if how <> 'mistake' and closed_at >= d.due_at and late is null then
    raise exception 'late without a reason' using errcode = 'AC409';
  end if;
  update duty_entry set outcome = how, confirmation = confirmed, done_at = closed_at, done_by = me.actor_id,
      basis_id = led_to, late_because = case when how <> 'mistake' and closed_at >= d.due_at then late end
    where id = entry;
end $$;

-- Whoever holds the items for the agency that it is about. The young person reads which papers asked for theirs; a
-- duty to report is on their page when something is reported, by its basis.
create policy parties on accord.duty_entry for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (accord.holds_for(case_id, owner_agency) or kind = 'subpoena' and accord.is_own_case(case_id))
);
