-- The floor. Row-level security is forced on every table, so that an owner sees nothing either; the definer
-- functions belong to `accord_floor`, which has policies of its own. Each policy below states what it guarantees.

do $$
declare t record;
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'accord'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not like 'directory\_%' and c.relname <> 'schema_migration'
  loop
    execute format('alter table accord.%I enable row level security', t.relname);
    execute format('alter table accord.%I force row level security', t.relname);
    execute format('drop policy if exists floor on accord.%I', t.relname);
    execute format('create policy floor on accord.%I to accord_floor using (true) with check (true)', t.relname);
  end loop;
end $$;

-- Public lists.
create policy everyone on accord.category for select to accord_runtime using (true);
create policy everyone on accord.purpose for select to accord_runtime using (true);
create policy everyone on accord.policy_bundle for select to accord_runtime using (true);

-- Workplace names: for whoever is signed in as staff or as a young person.
create policy colleagues on accord.agency for select to accord_runtime
  using ((select (accord.context()).kind) in ('staff', 'youth', 'system'));
create policy colleagues on accord.staff for select to accord_runtime
  using ((select (accord.context()).kind) in ('staff', 'youth'));

-- A case is known to whoever some basis lets know of anything in it.
create policy known on accord.case_file for select to accord_runtime using (
  exists (
    select from unnest((select accord.openings())) o where o.case_id = case_file.id
  )
);

-- Assignments are seen by those who write for the same agency on the same case.
create policy same_agency on accord.assignment for select to accord_runtime using (
  exists (
    select from unnest((select accord.openings())) o
    join accord.staff s on s.id = assignment.staff_id and s.agency_id = o.owner_agency
    where o.case_id = assignment.case_id and o.holds
  )
);

-- When one looked is one's own to know. Whether there is still anything to look at, this does not say.
create policy own on accord.case_visit for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[]) and staff_id = (select (accord.context()).actor_id)
);

-- What a case is found by: one's own agency's, as long as one sees the profile that it was made from.
create policy seen on accord.search_token for select to accord_runtime using (
  agency_id = (select (accord.context()).agency_id)
  and exists (
    select from accord.case_item_body b where b.case_id = search_token.case_id and b.item_id = search_token.item_id
  )
);

-- Who may know of an item: one opening of its own owner covers all its kinds.
create policy known on accord.case_item for select to accord_runtime using (
  exists (
    select from unnest((select accord.openings())) o
    where o.case_id = case_item.case_id and o.owner_agency = case_item.owner_agency
      and case_item.category_mask & ~o.know_mask = 0
      and case_item.occurred_at >= o.data_from and case_item.occurred_at < o.data_to
  )
);

-- Who may write one: staff with custody, for their own agency, in their own name.
create policy written on accord.case_item for insert to accord_runtime with check (
  created_by = (select (accord.context()).actor_id)
  -- the young person's own side is theirs alone to write
  and kind <> 'statement'
  -- and whoever is to do a step sees it from the start
  and (assigned_to is null or exists (
    select from accord.possible_doers(case_item.case_id, case_item.category_mask, case_item.occurred_at) d
    where d.staff_id = case_item.assigned_to
  ))
  and exists (
    select from unnest((select accord.openings())) o
    where o.case_id = case_item.case_id and o.owner_agency = case_item.owner_agency and o.may_write
      and case_item.category_mask & ~o.see_mask = 0
  )
);
create policy answered on accord.case_item for insert to accord_runtime with check (
  kind = 'statement' and created_by = (select (accord.context()).actor_id) and assigned_to is null
  and accord.may_answer(case_id, parent_id, owner_agency, category_mask, occurred_at)
);
create policy kept on accord.case_item for insert to accord_runtime with check (
  created_by = (select (accord.context()).actor_id) and parent_id is null and assigned_to is null
  and occurred_at = now() and accord.keeps_sheet(case_id, kind, owner_agency, category_mask)
);
create policy changed on accord.case_item for update to accord_runtime using (
  kind <> 'statement'
  -- a card that the young person wrote is theirs alone to put differently
  and (kind <> 'card' or exists (select from accord.staff s where s.id = case_item.created_by))
  and exists (
    select from unnest((select accord.openings())) o
    where o.case_id = case_item.case_id and o.owner_agency = case_item.owner_agency and o.may_write
      and case_item.category_mask & ~o.see_mask = 0
  )
);

create policy kept_anew on accord.case_item for update to accord_runtime using (
  accord.keeps_sheet(case_id, kind, owner_agency, category_mask)
);

-- Who may see what an item says.
create policy seen on accord.case_item_body for select to accord_runtime using (
  exists (
    select from unnest((select accord.openings())) o
    where o.case_id = case_item_body.case_id and o.owner_agency = case_item_body.owner_agency
      and case_item_body.category_mask & ~o.see_mask = 0
      and case_item_body.occurred_at >= o.data_from and case_item_body.occurred_at < o.data_to
  )
);
-- A body repeats its item's owner, kinds and time, so that it can never be more open than its item.
create policy written on accord.case_item_body for insert to accord_runtime with check (
  exists (
    select from accord.case_item i
    where i.case_id = case_item_body.case_id and i.id = case_item_body.item_id
      and i.owner_agency = case_item_body.owner_agency and i.category_mask = case_item_body.category_mask
      and i.occurred_at = case_item_body.occurred_at
  )
  and exists (
    select from unnest((select accord.openings())) o
    where o.case_id = case_item_body.case_id and o.owner_agency = case_item_body.owner_agency and o.may_write
      and case_item_body.category_mask & ~o.see_mask = 0
  )
);

create policy answered on accord.case_item_body for insert to accord_runtime with check (
  exists (
    select from accord.case_item i
    where i.case_id = case_item_body.case_id and i.id = case_item_body.item_id and i.kind = 'statement'
      and i.created_by = (select (accord.context()).actor_id)
      and i.owner_agency = case_item_body.owner_agency and i.category_mask = case_item_body.category_mask
      and i.occurred_at = case_item_body.occurred_at
  )
);

create policy kept on accord.case_item_body for insert to accord_runtime with check (
  exists (
    select from accord.case_item i
    where i.case_id = case_item_body.case_id and i.id = case_item_body.item_id
      and i.body_version = case_item_body.version
      and i.owner_agency = case_item_body.owner_agency and i.category_mask = case_item_body.category_mask
      and i.occurred_at = case_item_body.occurred_at
      and accord.keeps_sheet(i.case_id, i.kind, i.owner_agency, i.category_mask)
  )
);

-- Referral status follows what its item says: the service alone would tell what kind of help it is.
create policy with_body on accord.referral for select to accord_runtime using (
  exists (select from accord.case_item_body b where b.case_id = referral.case_id and b.item_id = referral.item_id)
);
create policy written on accord.referral for insert to accord_runtime with check (
  exists (
    select from accord.case_item i
    where i.case_id = referral.case_id and i.id = referral.item_id and i.kind = 'referral'
      and i.created_by = (select (accord.context()).actor_id)
  )
);

-- Permissions: the agency that discloses, and the young person. A recipient sees what is open, not the paper.
create policy parties on accord.consent_grant for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (accord.is_own_case(case_id) or accord.holds_for(case_id, discloser_agency))
);
create policy prepared on accord.consent_grant for insert to accord_runtime with check (
  prepared_by = (select (accord.context()).actor_id) and status = 'draft'
  and accord.writes_for(case_id, discloser_agency)
);
create policy parties on accord.consent_signature for select to accord_runtime using (
  exists (select from accord.consent_grant g where g.id = grant_id)
);
-- Who may sign: whoever holds items of the case, and the young person. No text, and no name.
create policy parties on accord.authority for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (
    accord.is_own_case(case_id)
    or exists (select from unnest((select accord.openings())) o where o.case_id = authority.case_id and o.holds)
  )
);
create policy parties on accord.consent_revocation for select to accord_runtime using (
  exists (select from accord.consent_grant g where g.id = grant_id)
);
create policy parties on accord.consent_pause for select to accord_runtime using (
  exists (select from accord.consent_grant g where g.id = grant_id)
);
-- Asks: the agency that was asked, and the young person. Whoever asked learns nothing more of it.
create policy parties on accord.consent_request for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and (accord.is_own_case(case_id) or accord.holds_for(case_id, discloser_agency))
);
create policy parties on accord.consent_document for select to accord_runtime using (
  exists (select from accord.consent_grant g where g.id = grant_id)
);
create policy prepared on accord.consent_document for insert to accord_runtime with check (
  accord.writes_for(case_id, owner_agency)
  and exists (
    select from accord.consent_grant g
    where g.id = grant_id and g.case_id = consent_document.case_id
      and g.discloser_agency = consent_document.owner_agency
  )
);

-- Keys. Public halves are public; a case key is for the staff who write for its owner; a wrap is for its holder.
create policy everyone on accord.agency_key for select to accord_runtime using (true);
create policy tended on accord.agency_key for all to accord_runtime
  using (agency_id = any ((select accord.tended_agencies())::uuid[]));
create policy own on accord.case_key for select to accord_runtime using (
  accord.writes_for(case_id, owner_agency) or accord.seals_own_words(case_id, owner_agency) or owner_agency = any ((select accord.tended_agencies())::uuid[])
);
create policy first on accord.case_key for insert to accord_runtime with check (
  accord.writes_for(case_id, owner_agency)
);
create policy tended on accord.case_key for update to accord_runtime
  using (owner_agency = any ((select accord.tended_agencies())::uuid[]));
create policy own on accord.category_key for select to accord_runtime using (
  accord.writes_for(case_id, owner_agency) or accord.seals_own_words(case_id, owner_agency) or owner_agency = any ((select accord.tended_agencies())::uuid[])
);
create policy first on accord.category_key for insert to accord_runtime with check (
  accord.writes_for(case_id, owner_agency) or accord.seals_own_words(case_id, owner_agency)
);
create policy holder on accord.key_wrap for select to accord_runtime using (
  holder_id = any ((select accord.held_by())::uuid[]) and ends_at > statement_timestamp()
  -- who is not on the case learns not even that their agency holds a key: only an opening gives its wraps
  and ((select accord.actor_job()) = 'keys' or exists (
    select from unnest((select accord.openings())) o
    where o.case_id = key_wrap.case_id and o.owner_agency = key_wrap.owner_agency
      and key_wrap.category_mask & ~o.see_mask = 0
  ))
);
create policy tended on accord.key_wrap for update to accord_runtime using (accord.is_tended(holder_id));
create policy holder on accord.young_person_key for select to accord_runtime using (
  agency_id = any ((select accord.tended_agencies())::uuid[])
  or young_person_id = (select (accord.context()).actor_id)
  or accord.writes_for(case_id, agency_id)
);
create policy first on accord.young_person_key for insert to accord_runtime with check (
  accord.writes_for(case_id, agency_id)
  and exists (
    select from accord.case_file f
    where f.id = young_person_key.case_id and f.young_person_id = young_person_key.young_person_id
      and f.lead_agency = young_person_key.agency_id
  )
);
create policy tended on accord.young_person_key for update to accord_runtime
  using (agency_id = any ((select accord.tended_agencies())::uuid[]));

-- The ledger takes rows in the speaker's own name about the case in hand, which they may know of, and gives them to
-- the young person. The scope is not signed: it alone would let anybody write about anyone's case.
create policy own_name on accord.ledger_entry for insert to accord_runtime with check (
  case_id = any ((select accord.scope())::uuid[])
  and (node_id, actor_kind, actor_id, purpose) = (
    select (c).node_id, (c).kind, (c).actor_id, (c).purpose from (select accord.context() as c) x
  )
  and actor_agency is not distinct from (select (accord.context()).agency_id)
  and (
    exists (select from unnest((select accord.openings())) o where o.case_id = ledger_entry.case_id)
    or accord.is_own_case(case_id)
    or accord.vouches_now(case_id)
  )
);
create policy young_person on accord.ledger_entry for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  -- asked once, not for each line: whoever opens a case often enough must not hide who else did
  and case_id in (select f.id from accord.case_file f where f.young_person_id = (select (accord.context()).actor_id))
);
create policy own_name on accord.ledger_exposure for insert to accord_runtime with check (
  case_id = any ((select accord.scope())::uuid[]) and reader_id = (select (accord.context()).actor_id)
  and (
    exists (select from unnest((select accord.openings())) o where o.case_id = ledger_exposure.case_id)
    or accord.is_own_case(case_id)
  )
);
