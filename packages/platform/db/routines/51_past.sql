-- What was on record at an instant. Each change of a fact leaves a version in past_fact in its own transaction; nothing
-- here is ever changed, so that an answer about a day is the same whenever it is asked.

-- Arguments: the columns that name a row of this table.
create or replace function accord.keep_past() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  stands jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  the_case uuid := stands ->> 'case_id';
begin
  -- what goes with its whole case leaves no trace of itself
  if tg_op = 'DELETE' and the_case is not null and not exists (select from case_file f where f.id = the_case) then
    return null;
  end if;
  insert into past_fact (about, case_id, key, at, fact)
    values (tg_table_name, the_case,
      (select string_agg(stands ->> name, '/' order by place) from unnest(tg_argv) with ordinality k(name, place)),
      statement_timestamp(), case when tg_op <> 'DELETE' then stands - 'body' - 'signature' end);
  return null;
end $$;

create or replace trigger keep_past after insert or update or delete on accord.agency
  for each row execute function accord.keep_past('id');
create or replace trigger keep_past after insert or update or delete on accord.staff
  for each row execute function accord.keep_past('id');
create or replace trigger keep_past after insert or update or delete on accord.policy_bundle
  for each row execute function accord.keep_past('state', 'version');
create or replace trigger keep_past after insert or update or delete on accord.young_fact
  for each row execute function accord.keep_past('case_id');
create or replace trigger keep_past after insert or update or delete on accord.authority
  for each row execute function accord.keep_past('id');
create or replace trigger keep_past after insert or update or delete on accord.assignment
  for each row execute function accord.keep_past('staff_id', 'kind');
create or replace trigger keep_past after insert or update or delete on accord.effective_access
  for each row execute function accord.keep_past('grantee_id', 'purpose', 'owner_agency', 'basis_id', 'part');

-- The facts of one sort as they were recorded at an instant; `the_case` null is of the network.
create or replace function accord.past(the_case uuid, what text, at_time timestamptz) returns setof jsonb
language sql stable set search_path = accord, pg_temp as $$
  select last.fact from (
    select distinct on (p.key) p.fact from past_fact p
    where p.case_id is not distinct from the_case and p.about = what and p.at <= at_time
    order by p.key, p.at desc, p.id desc
  ) last where last.fact is not null
$$;

-- True for whoever supervises this case for the agency whose items they answer for.
create or replace function accord.oversees(the_case uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  return me.kind = 'staff' and holds_for(the_case, me.agency_id) and exists (
    select from assignment a
    where a.case_id = the_case and a.staff_id = me.actor_id and a.kind = 'supervision'
      and a.valid_from <= statement_timestamp() and a.valid_to > statement_timestamp()
  ) and not is_let_write(the_case, me.actor_id);
end $$;

-- An instant as milliseconds since 1970; null for one that never comes or always was.
create or replace function accord.in_ms(at_time timestamptz) returns bigint
language sql immutable set search_path = accord, pg_temp as $$
  select case when isfinite(at_time) then floor(extract(epoch from at_time) * 1000)::bigint end
$$;

-- All that the rule asks about the speaker's own agency's items, as it was on record at an instant, and the rows that
-- the floor read then. Null for whoever does not answer for them. Ids, codes, masks and dates; masks are texts, since
-- they have more digits than a number of JSON keeps.
create or replace function accord.on_record(the_case uuid, at_time timestamptz, zone text) returns jsonb
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  born date;
  lead_state text;
begin
  if not oversees(the_case) then return null; end if;
  born := (select (f ->> 'born_on')::date from past(the_case, 'young_fact', at_time) f);
  lead_state := (select f ->> 'state' from past(null, 'agency', at_time) f
    where f ->> 'id' = (select c.lead_agency::text from case_file c where c.id = the_case));
  return jsonb_build_object(
    'at', in_ms(at_time),
    'years', date_part('year', age((at_time at time zone zone)::date, born))::int,
    -- local midnight of each birthday at which some state makes somebody an adult
    'majorities', (
      select coalesce(jsonb_object_agg(years, in_ms((born + make_interval(years => years)) at time zone zone)), '{}')
      from generate_series(18, 21) years where born is not null
    ),
    'policies', (
      select coalesce(jsonb_agg(jsonb_build_object('state', f ->> 'state', 'version', f ->> 'version',
        'effectiveTo', f ->> 'effective_to', 'reviewedBy', f ->> 'reviewed_by',
        'body', (select b.body from policy_bundle b where b.state = f ->> 'state' and b.version = f ->> 'version'))), '[]')
      from past(null, 'policy_bundle', at_time) f
      where f ->> 'state' = lead_state and (f ->> 'effective_from')::date <= (at_time at time zone zone)::date
        and coalesce((f ->> 'effective_to')::date > (at_time at time zone zone)::date, true)
    ),
    'agencies', (
      select coalesce(jsonb_agg(jsonb_build_object('id', f -> 'id', 'system', f -> 'system',
        'shareable', f ->> 'shareable_mask', 'coveredEntity', f -> 'covered_entity', 'part2Program', f -> 'part2_program',
        'victimFunding', f -> 'victim_funding', 'youthShelter', f -> 'youth_shelter',
        'educationAgency', f -> 'education_agency', 'tribal', f -> 'tribal')), '[]')
      from past(null, 'agency', at_time) f
    ),
    -- as they were known then: an end that nobody had written down yet was not
    'agreements', (
      select coalesce(jsonb_agg(jsonb_build_object('agencyId', a.agency_id,
        'purposes', array(select p.code from purpose p where p.id = any (a.purposes)),
        'gives', a.gives::text, 'receives', a.receives::text, 'from', in_ms(a.valid_from),
        'to', in_ms(case when a.ended_at <= at_time then a.over_at else a.valid_to end)) order by a.recorded_at, a.id), '[]')
      from agreement a where a.recorded_at <= at_time
    ),
    'employments', (
      select coalesce(jsonb_agg(jsonb_build_object('staffId', f -> 'id', 'agencyId', f -> 'agency_id',
        'from', in_ms((f ->> 'started_at')::timestamptz), 'to', in_ms((f ->> 'ended_at')::timestamptz))), '[]')
      from past(null, 'staff', at_time) f
    ),
    'assignments', (
      select coalesce(jsonb_agg(jsonb_build_object('staffId', f -> 'staff_id',
        'from', in_ms((f ->> 'valid_from')::timestamptz), 'to', in_ms((f ->> 'valid_to')::timestamptz))), '[]')
      from past(the_case, 'assignment', at_time) f
    ),
    'authorities', (
      select coalesce(jsonb_agg(jsonb_build_object('id', f -> 'id', 'capacity', f -> 'capacity', 'domains', f -> 'domains',
        'evidence', f -> 'evidence', 'isExcluded', f ->> 'excluded_at' is not null,
        'from', in_ms((f ->> 'valid_from')::timestamptz), 'to', in_ms((f ->> 'valid_to')::timestamptz))), '[]')
      from past(the_case, 'authority', at_time) f
    ),
    'grants', (
      select coalesce(jsonb_agg(jsonb_build_object('grantId', g.id, 'recipientKind', g.recipient_kind,
        'recipientId', g.recipient_id, 'purpose', p.code, 'categories', g.categories::text,
        'stopped', (select coalesce(bit_or(v.categories), 0)::text from consent_revocation v
          where v.grant_id = g.id and v.received_at <= at_time),
        'isPaused', exists (select from consent_pause u where u.grant_id = g.id and u.paused_at <= at_time
          and coalesce(u.resumed_at > at_time, true)),
        'dataFrom', in_ms(g.data_from), 'dataTo', in_ms(g.data_to),
        'validFrom', in_ms(g.valid_from), 'validTo', in_ms(g.valid_to),
        'signatures', (select jsonb_agg(jsonb_build_object('capacity', s.capacity, 'authorityId', s.authority_id,
            'initialled', s.initialled::text, 'signedAt', in_ms(s.signed_at)))
          from consent_signature s
          where s.grant_id = g.id and s.signed_at <= at_time and coalesce(s.withdrawn_at > at_time, true)))
        order by g.prepared_at, g.id), '[]')
      from consent_grant g join purpose p on p.id = g.purpose
      where g.case_id = the_case and g.discloser_agency = me.agency_id
        and exists (select from consent_signature s where s.grant_id = g.id and s.signed_at <= at_time)
    ),
    'bases', (
      select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'recipientKind', b.recipient_kind,
        'recipientId', b.recipient_id, 'see', b.see_mask::text, 'know', b.know_mask::text,
        'purposes', array(select p.code from purpose p where p.id = any (b.purposes)),
        'dataFrom', in_ms(b.data_from), 'dataTo', in_ms(b.data_to), 'validFrom', in_ms(b.valid_from),
        'validTo', in_ms(case when b.ended_at <= at_time then b.ended_at else b.valid_to end), 'duty', b.duty, 'evidence', b.evidence, 'subpoena', b.subpoena,
        'notice', case when b.told_at <= at_time then b.told_how when b.not_told <> 'safe-moment' then b.not_told end)
        order by b.recorded_at, b.id), '[]')
      from law_basis b where b.case_id = the_case and b.owner_agency = me.agency_id and b.recorded_at <= at_time
    ),
    'denials', (
      select coalesce(jsonb_agg(jsonb_build_object('target', d.target_id, 'mask', d.categories::text,
        'from', in_ms(d.valid_from), 'to', in_ms(d.valid_to))), '[]')
      from access_denial d where d.case_id = the_case and d.valid_from <= at_time
    ),
    'rows', (
      select coalesce(jsonb_agg(jsonb_build_object('granteeKind', f -> 'grantee_kind', 'granteeId', f -> 'grantee_id',
        'purpose', p.code, 'basisKind', f -> 'basis_kind', 'see', f ->> 'see_mask',
        'dataFrom', in_ms((f ->> 'data_from')::timestamptz), 'dataTo', in_ms((f ->> 'data_to')::timestamptz),
        'validFrom', in_ms((f ->> 'valid_from')::timestamptz), 'validTo', in_ms((f ->> 'valid_to')::timestamptz))), '[]')
      from past(the_case, 'effective_access', at_time) f join purpose p on p.id = (f ->> 'purpose')::smallint
      where f ->> 'owner_agency' = me.agency_id::text and f ->> 'grantee_kind' in ('staff', 'agency')
    )
  );
end $$;

-- The instants of a stretch of time at which something that could change an answer was recorded, began or ended: its own
-- beginning among them, at most `most`. Empty for whoever does not answer for the case.
create or replace function accord.turning_points(
  the_case uuid, since timestamptz, until timestamptz, most integer
) returns setof timestamptz
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if not oversees(the_case) then return; end if;
  return query
  with found(at) as (
    select since
    union all
    select p.at from past_fact p where p.case_id = the_case
    union all
    select i.created_at from case_item i where i.case_id = the_case and i.owner_agency = me.agency_id
    union all
    select p.at from past_fact p where p.case_id is null and p.at >= since and p.at < until
    union all
    select x.at from past_fact p cross join lateral unnest(array[
        (p.fact ->> 'valid_from')::timestamptz, (p.fact ->> 'valid_to')::timestamptz
      ]) x(at) where p.case_id = the_case and p.about in ('assignment', 'authority', 'effective_access')
    union all
    select x.at from consent_grant g cross join lateral unnest(array[g.valid_from, g.valid_to]) x(at)
      where g.case_id = the_case and g.discloser_agency = me.agency_id
    union all
    select x.at from consent_grant g join consent_signature s on s.grant_id = g.id
      cross join lateral unnest(array[s.signed_at, s.withdrawn_at]) x(at) where g.case_id = the_case
    union all
    select v.received_at from consent_grant g join consent_revocation v on v.grant_id = g.id where g.case_id = the_case
    union all
    select x.at from consent_grant g join consent_pause u on u.grant_id = g.id
      cross join lateral unnest(array[u.paused_at, u.resumed_at]) x(at) where g.case_id = the_case
    union all
    select x.at from law_basis b cross join lateral unnest(array[b.valid_from, b.valid_to, b.ended_at, b.told_at]) x(at)
      where b.case_id = the_case
    union all
    select x.at from agreement a cross join lateral unnest(array[a.recorded_at, a.valid_from, a.over_at, a.ended_at]) x(at)
    union all
    select x.at from access_denial d cross join lateral unnest(array[d.valid_from, d.valid_to]) x(at)
      where d.case_id = the_case
  )
  select distinct f.at from found f where f.at >= since and f.at < until order by 1 limit most;
end $$;

-- When a person of another agency, or of the speaker's own, opened items of the speaker's agency that hold all these
-- kinds for a purpose. For whoever answers for them.
create or replace function accord.openings_by(
  the_case uuid, reader uuid, for_purpose smallint, kinds bigint, since timestamptz, until timestamptz
) returns setof timestamptz
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if not oversees(the_case) then return; end if;
  return query
    select l.at from ledger_entry l
    where l.case_id = the_case and l.owner_agency = me.agency_id and l.action in ('opened', 'heard') and l.actor_id = reader
      and l.purpose = for_purpose and kinds & ~l.category_mask = 0 and l.at >= since and l.at < until
    order by l.at limit 200;
end $$;

-- Since when changes of a case and of the network are kept; null where they were kept from the first.
create or replace function accord.past_kept_since(the_case uuid) returns timestamptz
language plpgsql stable security definer set search_path = accord, pg_temp as $$
begin
  if not oversees(the_case) then return null; end if;
  if not exists (select from past_fact p where not p.kept and (p.case_id is null or p.case_id = the_case)) then
    return null;
  end if;
  return (select coalesce(min(p.at), statement_timestamp()) from past_fact p where p.kept);
end $$;
