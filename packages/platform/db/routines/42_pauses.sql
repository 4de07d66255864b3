-- A pause acts like a stop at once, and keeps what was signed: signature, end and kinds.

-- Rows and key wraps go now, and what is written next is written with a new key. For whoever may stop it: the young
-- person, and staff of the discloser who are on the case. A permission that has ended by its date is over.
create or replace function accord.pause_grant(the_grant uuid, pause uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant := held_grant(the_grant);
begin
  if g.id is null then raise exception 'no such permission for this speaker' using errcode = 'AC404'; end if;
  -- The keys first, and then the permission's own lock: the order in which writers take the two.
  perform take_keys(g.case_id);
  select * into g from consent_grant where id = newest_of(the_grant) for update;
  if g.status <> 'active' or g.valid_to <= statement_timestamp() then
    raise exception 'not shared any more' using errcode = 'AC409';
  end if;
  insert into consent_pause (id, grant_id, paused_from, paused_by, paused_at)
    values (pause, g.id, case me.kind when 'youth' then 'young_person' else 'staff' end, me.actor_id,
      statement_timestamp());
  delete from effective_access where basis_id = g.id;
  update consent_grant set status = 'paused' where id = g.id;
  perform end_writing(g);
  delete from key_wrap where basis_id = g.id;
  update case_key set version = version + 1 where case_id = g.case_id and owner_agency = g.discloser_agency;
end $$;

-- Opens it again until its own end, by the rows that the rule made and the same check as when it was signed. For the
-- young person, and for staff who could sign it; but what the young person paused, they alone start again. What it let
-- its recipient write, they write again: `purposes` are those of the recipient's agency.
create or replace function accord.resume_grant(the_grant uuid, rows jsonb, purposes smallint[]) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant;
  p accord.consent_pause;
  is_young boolean;
begin
  select * into g from consent_grant where id = the_grant;
  is_young := is_own_case(g.case_id);
  if g.status = 'draft' or not (is_young or writes_for(g.case_id, g.discloser_agency)) then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  -- In the order of pausing and stopping, so that none of them waits for another in a circle.
  perform hold_keys(g.case_id);
  select * into g from consent_grant where id = the_grant for update;
  select * into p from consent_pause where grant_id = g.id and resumed_at is null;
  if g.status <> 'paused' or p.id is null or g.valid_to <= statement_timestamp() then
    raise exception 'not paused' using errcode = 'AC409';
  end if;
  if p.paused_from = 'young_person' and not is_young then
    raise exception 'the young person paused it' using errcode = 'AC409';
  end if;
  perform from staff s
    where g.recipient_kind = 'agency' or s.id = g.recipient_id and (s.ended_at is null or s.ended_at > statement_timestamp());
  if not found then raise exception 'the recipient has left' using errcode = 'AC409'; end if;

  update consent_pause set resumed_from = case when is_young then 'young_person' else 'staff' end,
    resumed_by = me.actor_id, resumed_at = statement_timestamp() where id = p.id;
  update consent_grant set status = 'active' where id = g.id returning * into g;
  perform put_rows(g, rows);
  if g.may_write then perform give_writing(g, purposes); end if;
end $$;

-- An agency that narrows its own terms narrows at once what its permissions open. Widening them opens nothing: that is
-- for a new signature.
create or replace function accord.keep_to_terms() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  update effective_access set see_mask = see_mask & new.shareable_mask, know_mask = know_mask & new.shareable_mask
    where owner_agency = new.id and basis_kind = 'consent' and know_mask & ~new.shareable_mask <> 0;
  delete from key_wrap w using effective_access e
    where e.owner_agency = new.id and e.basis_kind = 'consent' and w.basis_id = e.basis_id
      and w.category_mask & ~new.shareable_mask <> 0;
  delete from effective_access where owner_agency = new.id and basis_kind = 'consent' and know_mask = 0;
  update case_key k set version = k.version + 1 where k.owner_agency = new.id;
  return null;
end $$;
create or replace trigger keep_to_terms after update of shareable_mask on accord.agency
  for each row when (old.shareable_mask & ~new.shareable_mask <> 0) execute function accord.keep_to_terms();
