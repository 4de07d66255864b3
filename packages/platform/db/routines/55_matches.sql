-- A blind question across agencies: whether another one works with the same young person. Nothing here opens anything,
-- and the asker's side reads nothing before the other side has said yes. Hashes are a disclosure too (consent-rules V-1).

-- The only kind of data that a question is about, and what it is asked for.
create or replace function accord.match_kind() returns bigint
language sql stable set search_path = accord, pg_temp as $$ select 1::bigint << bit from category where code = 'id-core' $$;
create or replace function accord.match_purpose() returns smallint
language sql stable set search_path = accord, pg_temp as $$
  select id from purpose where code = 'care-plan-coordination'
$$;

-- Who asks and is asked. Not: services for people who were harmed, shelters and drug programs; the police, whose asking
-- is no coordination; and whoever the law's facts are not known of.
create or replace function accord.takes_part(house uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (
    select from agency a
    where a.id = house and a.state is not null and a.covered_entity is not null and a.education_agency is not null
      and not a.part2_program and not is_confidential_service(a.id)
      and a.system in ('child-welfare', 'juvenile-justice', 'education', 'mental-health', 'medical', 'refugee-immigrant',
        'community')
  )
$$;

-- Both take part, and have signed that each tells the other who somebody is.
create or replace function accord.may_match(asks uuid, is_asked uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select asks <> is_asked and takes_part(asks) and takes_part(is_asked)
    and (never_shared(asks, match_purpose()) | never_shared(is_asked, match_purpose())) & match_kind() = 0
    and exists (select from covered(asks, is_asked, match_purpose(), match_kind(), statement_timestamp()))
    and exists (select from covered(is_asked, asks, match_purpose(), match_kind(), statement_timestamp()))
$$;

-- How long a question, and what was found by it, waits for somebody.
create or replace function accord.match_is_live(since timestamptz) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select since > statement_timestamp() - interval '14 days'
$$;

-- A line of the ledger that no speaker can write in their own name: about the case of the other side, or of the job.
create or replace function accord.note_match(
  what text, the_case uuid, owner uuid, node uuid, speaker text, who uuid, house uuid
) returns void
language sql set search_path = accord, pg_temp as $$
  insert into ledger_entry (id, node_id, actor_kind, actor_id, actor_agency, action, case_id, owner_agency, purpose,
      category_mask, item_count, digest)
    values (gen_random_uuid(), node, speaker, who, house, what, the_case, owner, match_purpose(), match_kind(), 0, sha256(''))
$$;

-- The token of a case, from whoever writes its profile; null takes it away. What was asked or found by another name or
-- another day is over.
create or replace function accord.put_name_token(the_case uuid, new_token bytea) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  before bytea := (select t.token from match_token t where t.case_id = the_case);
begin
  perform from case_file f where f.id = the_case and f.lead_agency = me.agency_id and writes_for(f.id, me.agency_id);
  if not found then raise exception 'no such case for this speaker' using errcode = 'AC404'; end if;
  if before is not distinct from new_token then return; end if;
  if new_token is null then
    delete from match_token where case_id = the_case;
  else
    insert into match_token (case_id, agency_id, token) values (the_case, me.agency_id, new_token)
      on conflict (case_id) do update set token = excluded.token;
  end if;
  delete from match_probe p using match_ask a where a.id = p.ask_id and a.case_id = the_case;
  update case_match set state = 'over' where state = 'found' and the_case in (case_a, case_b);
end $$;

-- When the agency of the speaker last asked about a case that they are on, and whether it asks at all.
create or replace function accord.match_standing(the_case uuid)
returns table (takes_part boolean, asked_at timestamptz, oversees boolean)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  return query
    select takes_part(me.agency_id), (select max(a.asked_at) from match_ask a where a.case_id = f.id),
      accord.oversees(f.id)
    from case_file f where f.id = the_case and f.lead_agency = me.agency_id and holds_for(f.id, me.agency_id);
end $$;

-- AC404: not a case of the speaker's agency that they write on, or one that does not ask. AC409: no name and birthday.
-- AC429: once in 30 days for a case, and 5 for a person and 20 for an agency in a day.
create or replace function accord.ask_match(ask uuid, the_case uuid, why text) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  perform from case_file f
    where f.id = the_case and f.lead_agency = me.agency_id and f.status = 'open' and writes_for(f.id, me.agency_id);
  if not found or me.kind is distinct from 'staff' or not takes_part(me.agency_id) then
    raise exception 'no such case for this speaker' using errcode = 'AC404';
  end if;
  perform from match_token t where t.case_id = the_case;
  if not found then raise exception 'no name to ask by' using errcode = 'AC409'; end if;
  perform pg_advisory_xact_lock(hashtextextended('accord/match/' || me.agency_id::text, 0));
  if exists (select from match_ask a where a.case_id = the_case and a.asked_at > now_at - interval '30 days')
    or (select count(*) from match_ask a where a.asked_by = me.actor_id and a.asked_at > now_at - interval '1 day') >= 5
    or (select count(*) from match_ask a where a.agency_id = me.agency_id and a.asked_at > now_at - interval '1 day') >= 20
  then
    raise exception 'asked too often' using errcode = 'AC429';
  end if;
  insert into match_ask (id, case_id, agency_id, reason, asked_by, asked_at)
    values (ask, the_case, me.agency_id, why, me.actor_id, now_at);
end $$;

-- A question that waits for the speaker's word, locked. They answer for the case, and did not ask themselves.
create or replace function accord.claim_match_ask(which uuid) returns accord.match_ask
language plpgsql set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  a accord.match_ask;
begin
  select * into a from match_ask k where k.id = which for update;
  if not found or a.agency_id is distinct from me.agency_id or a.asked_by = me.actor_id or not oversees(a.case_id) then
    raise exception 'no such question for this speaker' using errcode = 'AC404';
  end if;
  if a.answer is not null or not match_is_live(a.asked_at) then
    raise exception 'it has ended' using errcode = 'AC409';
  end if;
  return a;
end $$;

-- Whom a question goes to: each agency that takes part, agreed, and is not kept out of the case. The same list whoever
-- works with the young person.
create or replace function accord.match_targets(which uuid) returns table (agency_id uuid, epoch integer, public_key bytea)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare a accord.match_ask := claim_match_ask(which);
begin
  return query
    select k.agency_id, k.epoch, k.public_key from agency_key k
    where k.retired_at is null and may_match(a.agency_id, k.agency_id)
      and denied_mask(a.case_id, k.agency_id, k.agency_id) = 0
    order by k.agency_id;
end $$;

-- Lets it out. AC403: to anybody else than those.
create or replace function accord.send_match(
  which uuid, probes uuid[], houses uuid[], epochs integer[], sealings bytea[]
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  a accord.match_ask := claim_match_ask(which);
begin
  if exists (select w.house, w.epoch from unnest(houses, epochs) w(house, epoch)
    except select t.agency_id, t.epoch from match_targets(which) t)
  then
    raise exception 'not one of those who are asked' using errcode = 'AC403';
  end if;
  insert into match_probe (id, ask_id, agency_id, holder_epoch, sealed)
    select w.probe, which, w.house, w.epoch, w.sealing
    from unnest(probes, houses, epochs, sealings) w(probe, house, epoch, sealing);
  update match_ask set answer = 'sent', answered_by = me.actor_id, answered_at = statement_timestamp() where id = which;
end $$;

create or replace function accord.keep_match(which uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  a accord.match_ask := claim_match_ask(which);
begin
  update match_ask set answer = 'kept', answered_by = me.actor_id, answered_at = statement_timestamp() where id = a.id;
end $$;

-- The questions to the agencies of this node, for the job that tends keys.
create or replace function accord.waiting_probes()
returns table (id uuid, ask_id uuid, case_id uuid, asks_agency uuid, agency_id uuid, epoch integer, sealed bytea)
language sql stable security definer set search_path = accord, pg_temp as $$
  select p.id, p.ask_id, a.case_id, a.agency_id, p.agency_id, p.holder_epoch, p.sealed
  from match_probe p join match_ask a on a.id = p.ask_id
  where p.agency_id = any (tended_agencies())
  order by p.id
$$;

-- Compares one with the tokens of the agency that is asked, and takes it away whatever comes of it. A token that is null
-- could not be opened. A case of which the asker or their agency is kept out is not found.
create or replace function accord.answer_probe(which uuid, asked_token bytea) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  p accord.match_probe;
  a accord.match_ask;
  m record;
begin
  select * into p from match_probe k where k.id = which and k.agency_id = any (tended_agencies()) for update;
  if not found then return; end if;
  select * into a from match_ask k where k.id = p.ask_id;
  if a.answer = 'sent' and match_is_live(a.answered_at) and may_match(a.agency_id, p.agency_id)
    and denied_mask(a.case_id, p.agency_id, p.agency_id) = 0
  then
    for m in
      insert into case_match (id, ask_id, case_a, agency_a, case_b, agency_b, found_at)
        select gen_random_uuid(), a.id, a.case_id, a.agency_id, t.case_id, t.agency_id, statement_timestamp()
        from match_token t join case_file f on f.id = t.case_id and f.status = 'open'
        where t.agency_id = p.agency_id and t.token = asked_token and denied_mask(t.case_id, a.asked_by, a.agency_id) = 0
          and not exists (
            select from case_match o
            where t.case_id in (o.case_a, o.case_b) and a.case_id in (o.case_a, o.case_b)
              and (o.state = 'linked' or o.state = 'found' and match_is_live(o.found_at))
          )
        -- whoever writes another name there comes before this, or after it and ends it
        for share of t
        returning case_b, agency_b
    loop
      perform note_match('match-found', m.case_b, m.agency_b, me.node_id, 'system', me.node_id, null);
    end loop;
  end if;
  delete from match_probe k where k.id = which;
end $$;

-- True where neither the speaker nor their agency is kept out of any of the two cases.
create or replace function accord.sees_match(m accord.case_match) returns boolean
language plpgsql stable set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  return denied_mask(m.case_a, me.actor_id, me.agency_id) = 0 and denied_mask(m.case_b, me.actor_id, me.agency_id) = 0
    and (
      m.agency_b = me.agency_id and oversees(m.case_b)
      -- whoever asked is told nothing, whatever else they are there
      or m.agency_a = me.agency_id and oversees(m.case_a) and m.state in ('linked', 'undone')
        and not exists (select from match_ask a where a.id = m.ask_id and a.asked_by = me.actor_id)
    );
end $$;

-- What waits for whoever answers for a case of the scope: a question of a colleague's, a case that seems to be the same
-- as another agency's, and two that are linked. `is_aside`: read, and put away.
create or replace function accord.waiting_matches()
returns table (
  id uuid, what text, case_id uuid, code_name text, name text, title text, agency text, other_code text, reason text,
  at timestamptz, is_aside boolean
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  return query
    select a.id, 'ask', c.id, c.code_name, s.name, s.title, h.name, null::text, a.reason, a.asked_at, false
    from match_ask a
    join held_cases() held on held = a.case_id
    join case_file c on c.id = a.case_id
    join staff s on s.id = a.asked_by
    join agency h on h.id = a.agency_id
    where a.agency_id = me.agency_id and a.answer is null and match_is_live(a.asked_at) and a.asked_by <> me.actor_id
      and oversees(a.case_id)
    union all
    select m.id, m.state, c.id, c.code_name, s.name, s.title, h.name,
      case when m.state = 'linked' then other.code_name end, a.reason, coalesce(m.answered_at, m.found_at),
      case when side.is_a then m.aside_a else m.aside_b end is not null
    from case_match m
    join match_ask a on a.id = m.ask_id
    cross join lateral (select m.agency_a = me.agency_id as is_a) side
    join held_cases() held on held = case when side.is_a then m.case_a else m.case_b end
    join case_file c on c.id = held
    join case_file other on other.id = case when side.is_a then m.case_b else m.case_a end
    join staff s on s.id = case when side.is_a then m.answered_by else a.answered_by end
    join agency h on h.id = s.agency_id
    where (m.state = 'linked' or m.state = 'found' and match_is_live(m.found_at) and not side.is_a) and sees_match(m)
    order by 10, 1;
end $$;

-- A match that the speaker may see, locked. AC404 else.
create or replace function accord.claim_match(which uuid) returns accord.case_match
language plpgsql set search_path = accord, pg_temp as $$
declare m accord.case_match;
begin
  -- whoever ends an agreement that it stands on comes before or after
  perform hold_epochs();
  select * into m from case_match k where k.id = which for update;
  if not found or not sees_match(m) then
    raise exception 'no such match for this speaker' using errcode = 'AC404';
  end if;
  return m;
end $$;

-- The word of the side that was asked. Yes links the two cases, and each young person reads it. AC409: it has ended, or
-- something that it stood on has.
create or replace function accord.answer_match(which uuid, agrees boolean) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.case_match := claim_match(which);
  a accord.match_ask;
begin
  select * into a from match_ask k where k.id = m.ask_id;
  if m.agency_b <> me.agency_id then
    raise exception 'no such match for this speaker' using errcode = 'AC404';
  end if;
  if m.state <> 'found' or not match_is_live(m.found_at) or agrees and (
    not may_match(m.agency_a, m.agency_b) or denied_mask(m.case_a, m.agency_b, m.agency_b) <> 0
    or denied_mask(m.case_b, a.asked_by, m.agency_a) <> 0 or denied_mask(m.case_b, a.answered_by, m.agency_a) <> 0
  ) then
    raise exception 'it has ended' using errcode = 'AC409';
  end if;
  update case_match set state = case when agrees then 'linked' else 'declined' end, answered_by = me.actor_id,
    answered_at = statement_timestamp() where id = m.id;
  if agrees then
    perform note_match('match-linked', m.case_a, m.agency_a, me.node_id, 'staff', me.actor_id, me.agency_id);
    perform note_match('match-linked', m.case_b, m.agency_b, me.node_id, 'staff', a.answered_by, m.agency_a);
  end if;
end $$;

-- Either side takes the link away; both young people read that.
create or replace function accord.undo_match(which uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.case_match := claim_match(which);
begin
  if m.state <> 'linked' then raise exception 'it has ended' using errcode = 'AC409'; end if;
  update case_match set state = 'undone', undone_by = me.actor_id, undone_at = statement_timestamp() where id = m.id;
  perform note_match('match-undone', c.id, c.house, me.node_id, 'staff', me.actor_id, me.agency_id)
    from (values (m.case_a, m.agency_a), (m.case_b, m.agency_b)) c(id, house);
end $$;

create or replace function accord.put_match_aside(which uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.case_match := claim_match(which);
begin
  if m.state <> 'linked' then raise exception 'it has ended' using errcode = 'AC409'; end if;
  update case_match set
    aside_a = case when m.agency_a = me.agency_id then statement_timestamp() else aside_a end,
    aside_b = case when m.agency_b = me.agency_id then statement_timestamp() else aside_b end
    where id = m.id;
end $$;

-- The agency's part of a case was erased: with it goes what could find it again, and what was found.
create or replace function accord.forget_matches(the_case uuid, house uuid) returns void
language sql set search_path = accord, pg_temp as $$
  delete from match_token where case_id = the_case and agency_id = house;
  delete from case_match where (case_a, agency_a) = (the_case, house) or (case_b, agency_b) = (the_case, house);
  delete from match_ask where case_id = the_case and agency_id = house
$$;

-- That something was found stands on record, and is nobody's to read before both sides have said yes.
create policy not_found_yet on accord.ledger_entry as restrictive for select to accord_runtime using (
  action <> 'match-found'
);
