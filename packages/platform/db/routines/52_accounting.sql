-- What left the speaker's agency about one case: who read it, what, for which purpose, on which bases, with which
-- notices, under which rules (45 CFR 164.528, 42 CFR 2.25). For whoever answers for the case, and nobody else. The bases
-- are those rows that the floor read at that instant; none where their record does not go back so far. A report that was
-- made is a disclosure when it is recorded, whether somebody has opened it yet or not; a package, when it was handed out.
create or replace function accord.accounting(the_case uuid, since timestamptz, until timestamptz, most integer)
returns table (
  entry text, how text, at timestamptz, name text, title text, agency text, purpose text, kinds bigint, items integer,
  bases jsonb, notices text[], policy_version text
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if not oversees(the_case) then return; end if;
  return query
  select l.id::text, l.action, l.at, coalesce(s.name, a.name), s.title, a.name, p.code, l.category_mask, l.item_count,
    coalesce((
      select jsonb_agg(distinct jsonb_build_object('kind', f -> 'basis_kind', 'id', f -> 'basis_id'))
      from past(l.case_id, 'effective_access', l.at) f
      where f ->> 'owner_agency' = me.agency_id::text and (f ->> 'purpose')::smallint = l.purpose
        and f ->> 'grantee_id' in (l.actor_id::text, l.actor_agency::text) and f ->> 'basis_kind' <> 'own_custody'
        and (f ->> 'see_mask')::bigint & l.category_mask <> 0
        and (f ->> 'valid_from')::timestamptz <= l.at and (f ->> 'valid_to')::timestamptz > l.at
    ), '[]'), l.notices, l.policy_version
  from ledger_entry l
  left join staff s on s.id = l.actor_id
  join agency a on a.id = l.actor_agency
  join purpose p on p.id = l.purpose
  where l.case_id = the_case and l.owner_agency = me.agency_id and l.action in ('opened', 'heard')
    and l.actor_kind in ('staff', 'guest')
    and l.actor_agency <> me.agency_id and l.item_count > 0 and l.at >= since and l.at < until
  union all
  select b.id::text, 'reported', b.recorded_at, coalesce(s.name, a.name), s.title, a.name,
    (select p.code from purpose p where p.id = b.purposes[1]), b.see_mask, 0,
    jsonb_build_array(jsonb_build_object('kind', b.kind, 'id', b.id)), '{}', null
  from law_basis b
  left join staff s on b.recipient_kind = 'staff' and s.id = b.recipient_id
  join agency a on a.id = coalesce(s.agency_id, b.recipient_id)
  where b.case_id = the_case and b.owner_agency = me.agency_id and b.kind = 'mandate'
    and b.recorded_at >= since and b.recorded_at < until
  union all
  select p.id::text, 'handed-out', p.ended_at, coalesce(s.name, a.name), s.title, a.name,
    (select each.code from purpose each where each.id = b.purposes[1]), p.handed_kinds, p.handed_items,
    jsonb_build_array(jsonb_build_object('kind', b.kind, 'id', b.id)), p.notices, p.policy_version
  from records_package p
  join law_basis b on b.id = p.basis_id
  left join staff s on b.recipient_kind = 'staff' and s.id = b.recipient_id
  join agency a on a.id = coalesce(s.agency_id, b.recipient_id)
  where p.case_id = the_case and p.owner_agency = me.agency_id and p.state = 'handed-out' and p.handed_items > 0
    and p.ended_at >= since and p.ended_at < until
  order by 3 desc, 1 limit most;
end $$;
