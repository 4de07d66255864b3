-- Who sees what of the speaker's own agency's items, basis by basis, at an instant; null is now. The same projection
-- that the floor reads, with what was stopped or paused after that instant put back, without restrictions and without
-- whoever has left. Nothing of another owner's, and nobody but recipients of the speaker's agency and its own
-- colleagues. `see_mask` opens if `in_force`; `kept_mask` is what a restriction takes from it; `stopped_mask` what was
-- stopped; `is_paused` says that a pause covers that instant.
drop function if exists accord.who_sees(uuid, timestamptz);
create function accord.who_sees(the_case uuid, at_time timestamptz)
returns table (
  grantee_kind text, grantee_id uuid, name text, title text, agency text, system text, is_own boolean,
  basis_kind text, basis_id uuid, purpose smallint, see_mask bigint, kept_mask bigint, stopped_mask bigint,
  data_from timestamptz, data_to timestamptz, valid_from timestamptz, valid_to timestamptz, in_force boolean,
  is_paused boolean
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  at_instant timestamptz := coalesce(at_time, statement_timestamp());
begin
  if not holds_for(the_case, me.agency_id) then return; end if;
  return query
  with basis as (
    select e.grantee_kind, e.grantee_id, false as is_own, e.basis_kind, e.basis_id, e.purpose, e.see_mask as mask,
      e.data_from, e.data_to, e.valid_from, e.valid_to
    from effective_access e
    where e.case_id = the_case and e.owner_agency = me.agency_id and e.grantee_kind in ('staff', 'agency')
      and e.basis_kind <> 'own_custody'
    union all
    -- a permission that was paused, stopped whole, or renewed, has left the projection
    select g.recipient_kind, g.recipient_id, false, 'consent', g.id, g.purpose,
      g.opens & ~never_shared(g.discloser_agency, g.purpose)
        & ~coalesce((select bit_or(v.categories) from consent_revocation v where v.grant_id = g.id), 0),
      g.data_from, g.data_to, g.valid_from, g.valid_to
    from consent_grant g
    where g.case_id = the_case and g.discloser_agency = me.agency_id and (g.status in ('paused', 'stopped') or g.replaced_by is not null)
      and not exists (select from effective_access e where e.basis_id = g.id)
    union all
    select 'staff', m.staff_id, true, 'own_custody', me.agency_id, null, custody_mask(), '-infinity', 'infinity',
      m.valid_from, m.valid_to
    from assignment m join staff s on s.id = m.staff_id and s.agency_id = me.agency_id
    where m.case_id = the_case
  )
  select b.grantee_kind, b.grantee_id, coalesce(s.name, a.name), s.title, a.name, a.system, b.is_own,
    b.basis_kind, b.basis_id, b.purpose,
    (b.mask | stop.later) & ~denial.mask, (b.mask | stop.later) & denial.mask, stop.earlier,
    b.data_from, b.data_to, b.valid_from, b.valid_to,
    b.valid_from <= at_instant and b.valid_to > at_instant and coalesce(s.started_at <= at_instant, true)
      and not pause.is_on,
    pause.is_on
  from basis b
  left join staff s on b.grantee_kind = 'staff' and s.id = b.grantee_id
  join agency a on a.id = coalesce(s.agency_id, b.grantee_id)
  cross join lateral (
    select coalesce(bit_or(v.categories) filter (where v.received_at > at_instant), 0)
        & ~never_shared(me.agency_id, b.purpose)
        & coalesce((select g.opens from consent_grant g where g.id = b.basis_id), 0) as later,
      coalesce(bit_or(v.categories) filter (where v.received_at <= at_instant), 0) as earlier
    from consent_revocation v where b.basis_kind = 'consent' and v.grant_id = b.basis_id
  ) stop
  cross join lateral (
    select exists (
      select from consent_pause p
      where b.basis_kind = 'consent' and p.grant_id = b.basis_id and p.paused_at <= at_instant
        and coalesce(p.resumed_at > at_instant, true)
    ) as is_on
  ) pause
  cross join lateral (
    select coalesce(bit_or(d.categories), 0) as mask from access_denial d
    where d.case_id = the_case and d.target_id in (b.grantee_id, s.agency_id)
      and d.valid_from <= at_instant and d.valid_to > at_instant
  ) denial
  where s.ended_at is null or s.ended_at > at_instant
  order by b.is_own desc, a.name, coalesce(s.name, ''), b.grantee_id, b.valid_from, b.basis_id, b.purpose;
end $$;

-- What restrictions would keep from a recipient of the speaker's own agency, whatever it shared with them.
create or replace function accord.kept_from(the_case uuid, recipient uuid) returns bigint
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if not holds_for(the_case, me.agency_id) then return null; end if;
  return denied_mask(the_case, recipient, (select agency_id from staff where id = recipient));
end $$;
