-- Team meetings. The agenda is what each person in the room would see by themselves, worked out here and nowhere else:
-- whoever cannot be placed hears nothing. Each function checks the signed context itself.

-- What a person sees in a case for a purpose now, one row of the projection by itself, with what restrictions take from it.
-- A guest has no account: what is open to the agency that they come for as a whole is open to them, and its own custody
-- is not.
create or replace function accord.sights_of(the_case uuid, kind text, who uuid, agency uuid, why smallint)
returns table (owner_agency uuid, see_mask bigint, data_from timestamptz, data_to timestamptz)
language sql stable set search_path = accord, pg_temp as $$
  select e.owner_agency, e.see_mask & ~denied.mask, e.data_from, e.data_to
  from effective_access e cross join (select denied_mask(the_case, who, agency) as mask) denied
  where e.case_id = the_case and e.valid_from <= statement_timestamp() and e.valid_to > statement_timestamp()
    and case kind
      when 'young_person' then e.grantee_kind = 'young_person' and e.grantee_id = who
      when 'guest' then e.purpose = why and e.grantee_kind = 'agency' and e.grantee_id = agency
        and e.basis_kind <> 'own_custody'
      when 'staff' then e.purpose = why
        and exists (
          select from staff s where s.id = who and s.agency_id = agency and s.started_at <= statement_timestamp()
            and (s.ended_at is null or s.ended_at > statement_timestamp())
        )
        and (
          (e.grantee_kind = 'staff' and e.grantee_id = who)
          or (e.grantee_kind = 'agency' and e.grantee_id = agency and exists (
            select from assignment a where a.case_id = the_case and a.staff_id = who
              and a.valid_from <= statement_timestamp() and a.valid_to > statement_timestamp()
          ))
        )
      else false
    end
$$;

-- Who hears what is said in a meeting: whoever came and has not left, and the young person while nobody said that they
-- are not there.
create or replace function accord.in_the_room(the_case uuid, which uuid)
returns table (attendee_id uuid, kind text, who uuid, agency_id uuid)
language sql stable set search_path = accord, pg_temp as $$
  select t.id, case when t.staff_id is null then 'guest' else 'staff' end, coalesce(t.staff_id, t.id),
    coalesce(s.agency_id, t.agency_id)
  from meeting_attendee t left join staff s on s.id = t.staff_id
  where t.case_id = the_case and t.meeting_id = which and t.came_at is not null and t.left_at is null
  union all
  select null, 'young_person', f.young_person_id, null
  from meeting m join case_file f on f.id = m.case_id
  where m.case_id = the_case and m.item_id = which and m.young_here
$$;

-- What everybody in the room of an open meeting would see by themselves. Notes, profiles, worries and what they look
-- after are on no agenda. Nobody but its own agency can say that somebody without an account may hear an item: somebody of
-- it has to be in the room too.
create or replace function accord.agenda_of(the_case uuid, which uuid)
returns table (item_id uuid, version integer, owner_agency uuid, category_mask bigint)
language sql stable set search_path = accord, pg_temp as $$
  with room as materialized (select * from in_the_room(the_case, which)),
  sight as materialized (
    select r.who, s.* from meeting m cross join room r
    cross join lateral sights_of(the_case, r.kind, r.who, r.agency_id, m.purpose) s
    where m.case_id = the_case and m.item_id = which
  )
  select i.id, i.body_version, i.owner_agency, i.category_mask
  from meeting m join case_item i on i.case_id = m.case_id
  where m.case_id = the_case and m.item_id = which and m.state = 'open'
    and i.kind in ('goal', 'step', 'strength', 'need', 'appointment', 'referral', 'decision')
    and exists (select from room)
    and not exists (
      select from room r
      where not exists (
        select from sight s
        where s.who = r.who and s.owner_agency = i.owner_agency and i.category_mask & ~s.see_mask = 0
          and i.occurred_at >= s.data_from and i.occurred_at < s.data_to
      )
      or (r.kind = 'guest' and not exists (select from room o where o.kind = 'staff' and o.agency_id = i.owner_agency))
    )
$$;

-- The meeting, for whoever sees its item; null for everybody else.
create or replace function accord.seen_meeting(the_case uuid, which uuid) returns accord.meeting
language sql stable set search_path = accord, pg_temp as $$
  select m.* from meeting m join case_item i on i.case_id = m.case_id and i.id = m.item_id
  where m.case_id = the_case and m.item_id = which and accord.sees_item(i)
$$;

-- True for whoever writes for the agency that called it.
create or replace function accord.runs_meeting(m accord.meeting) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select coalesce(
    (context()).kind = 'staff' and m.owner_agency = (context()).agency_id and writes_for(m.case_id, m.owner_agency), false
  )
$$;

-- True for staff in the room of an open meeting, who read for what the meeting is for and still see it.
create or replace function accord.is_in_room(the_case uuid, which uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.meeting := seen_meeting(the_case, which);
begin
  return coalesce(
    me.kind = 'staff' and m.state = 'open' and m.purpose = me.purpose and exists (
      select from in_the_room(the_case, which) r where r.kind = 'staff' and r.who = me.actor_id
    ), false
  );
end $$;

-- Who is invited is told to whoever is on the case for the agency that called it, and to the young person who sees the
-- meeting. Whoever sits in the room knows who came, and nobody else.
create or replace function accord.knows_roster(the_case uuid, which uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare m accord.meeting := seen_meeting(the_case, which);
begin
  return m.item_id is not null
    and (holds_for(the_case, m.owner_agency) or is_own_case(the_case));
end $$;

-- The young person's own words: theirs; what they want everybody to hear, to who called the meeting and to the room; and
-- each other part to the one person whom they chose, as long as that person is on the case.
create or replace function accord.reads_prep(the_case uuid, which uuid, to_all boolean, chosen uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.meeting := seen_meeting(the_case, which);
begin
  if m.item_id is null then return false; end if;
  if is_own_case(the_case) then return true; end if;
  if me.kind is distinct from 'staff' then return false; end if;
  if to_all then return is_in_room(the_case, which) or (m.called_by = me.actor_id and holds_for(the_case, m.owner_agency)); end if;
  return coalesce(chosen = me.actor_id, false) and holds_for(the_case, m.owner_agency);
end $$;

-- Makes a meeting of an item that the speaker just wrote.
create or replace function accord.call_meeting(the_case uuid, which uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  perform from case_item i where i.case_id = the_case and i.id = which and i.kind = 'meeting'
    and i.created_by = me.actor_id and i.owner_agency = me.agency_id;
  if not found or me.kind is distinct from 'staff' or not writes_for(the_case, me.agency_id) then
    raise exception 'no such meeting for this speaker' using errcode = 'AC404';
  end if;
  insert into meeting (case_id, item_id, owner_agency, called_by, purpose)
    values (the_case, which, me.agency_id, me.actor_id, me.purpose);
  insert into meeting_attendee (case_id, meeting_id, id, staff_id, owner_agency, category_mask)
    select the_case, which, gen_random_uuid(), me.actor_id, i.owner_agency, i.category_mask
    from case_item i where i.case_id = the_case and i.id = which;
end $$;

-- The meeting, locked, for whoever runs it, unless it is over. AC404: they do not. AC409: it is over.
create or replace function accord.take_meeting(the_case uuid, which uuid) returns accord.meeting
language plpgsql set search_path = accord, pg_temp as $$
declare m accord.meeting;
begin
  select * into m from meeting x where x.case_id = the_case and x.item_id = which for update;
  if not found or not runs_meeting(m) then
    raise exception 'no such meeting for this speaker' using errcode = 'AC404';
  end if;
  if m.state = 'closed' then raise exception 'it is over' using errcode = 'AC409'; end if;
  return m;
end $$;

-- Invites somebody with an account who would see the meeting. Nobody comes by being invited. AC403: they would not see it.
create or replace function accord.invite(the_case uuid, which uuid, attendee uuid, person uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  m accord.meeting := take_meeting(the_case, which);
  i accord.case_item;
begin
  select * into i from case_item x where x.case_id = the_case and x.id = m.item_id;
  perform from possible_doers(the_case, i.category_mask, i.occurred_at) d where d.staff_id = person;
  if not found then raise exception 'they do not see the meeting' using errcode = 'AC403'; end if;
  insert into meeting_attendee (case_id, meeting_id, id, staff_id, owner_agency, category_mask)
    values (the_case, which, attendee, person, i.owner_agency, i.category_mask) on conflict do nothing;
end $$;

-- Somebody without an account, by their role; the name comes sealed. They are not there yet.
create or replace function accord.expect_guest(
  the_case uuid, which uuid, attendee uuid, as_role text, comes_for uuid, by_key integer, name bytea
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare m accord.meeting := take_meeting(the_case, which);
begin
  insert into meeting_attendee (case_id, meeting_id, id, role, agency_id, owner_agency, category_mask, key_version, sealed)
    select the_case, which, attendee, as_role, comes_for, i.owner_agency, i.category_mask, by_key, name
    from case_item i where i.case_id = the_case and i.id = m.item_id;
end $$;

-- Somebody comes or goes. Staff come by their own word alone, so that nobody is put into a room to find out what they
-- see; whoever runs the meeting notes who came without an account, and who went. The keys first: whoever reads an agenda
-- shares them, so that it is read before this or after, never between. AC404: not theirs to say. AC409: it is not open.
create or replace function accord.attend(the_case uuid, which uuid, attendee uuid, is_here boolean) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.meeting;
  t accord.meeting_attendee;
begin
  perform take_keys(the_case);
  m := seen_meeting(the_case, which);
  select * into t from meeting_attendee x where x.case_id = the_case and x.meeting_id = which and x.id = attendee for update;
  if not found or m.item_id is null or me.kind is distinct from 'staff' or not (
    (t.staff_id = me.actor_id and m.purpose = me.purpose)
    or ((t.staff_id is null or not is_here) and runs_meeting(m))
  ) is true then
    raise exception 'no such attendee for this speaker' using errcode = 'AC404';
  end if;
  if m.state <> 'open' then raise exception 'it is not open' using errcode = 'AC409'; end if;
  update meeting_attendee x set came_at = case when is_here then statement_timestamp() else x.came_at end,
      left_at = case when not is_here and x.came_at is not null then statement_timestamp() end
    where x.case_id = the_case and x.meeting_id = which and x.id = attendee
      and is_here is distinct from (x.came_at is not null and x.left_at is null);
end $$;

-- Opens a meeting, with whoever opens it in the room, or closes it; one that was never opened is called off by closing it.
-- AC409: it was done before.
create or replace function accord.set_meeting(the_case uuid, which uuid, is_open boolean) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.meeting;
begin
  perform take_keys(the_case);
  m := take_meeting(the_case, which);
  if m.purpose <> me.purpose then raise exception 'called for another purpose' using errcode = 'AC404'; end if;
  if is_open then
    if m.state <> 'called' then raise exception 'it is open' using errcode = 'AC409'; end if;
    update meeting x set state = 'open', opened_at = statement_timestamp()
      where x.case_id = the_case and x.item_id = which;
    insert into meeting_attendee as x (case_id, meeting_id, id, staff_id, owner_agency, category_mask, came_at)
      select the_case, which, gen_random_uuid(), me.actor_id, i.owner_agency, i.category_mask, statement_timestamp()
      from case_item i where i.case_id = the_case and i.id = which
      on conflict (case_id, meeting_id, staff_id) do update set came_at = excluded.came_at, left_at = null;
  else
    update meeting x set state = 'closed', closed_at = statement_timestamp()
      where x.case_id = the_case and x.item_id = which;
    update meeting_attendee x set left_at = statement_timestamp()
      where x.case_id = the_case and x.meeting_id = which and x.came_at is not null and x.left_at is null;
  end if;
end $$;

-- Whether the young person is there. Until whoever runs the meeting says that they are not, they are.
create or replace function accord.say_young_here(the_case uuid, which uuid, is_here boolean) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare m accord.meeting;
begin
  perform take_keys(the_case);
  m := take_meeting(the_case, which);
  update meeting x set young_here = is_here where x.case_id = the_case and x.item_id = m.item_id;
end $$;

-- One part of the young person's own words for a meeting that they see, over what they wrote before: no older wording is
-- kept. Nobody but who called it can be chosen to read it. AC409: what is to be said comes too late when it is over.
create or replace function accord.put_prep(
  the_case uuid, which uuid, the_part text, prep uuid, to_all boolean, chosen uuid, by_key integer, words bytea
) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare m accord.meeting := seen_meeting(the_case, which);
begin
  if m.item_id is null or not is_own_case(the_case) or chosen <> m.called_by then
    raise exception 'no such meeting for this speaker' using errcode = 'AC404';
  end if;
  if m.state = 'closed' and the_part <> 'after' then raise exception 'it is over' using errcode = 'AC409'; end if;
  insert into meeting_prep as p (case_id, meeting_id, part, id, for_all, reader, owner_agency, category_mask, key_version,
      sealed, written_at)
    select the_case, which, the_part, prep, to_all, chosen, i.owner_agency, i.category_mask, by_key, words,
      statement_timestamp()
    from case_item i where i.case_id = the_case and i.id = which
    on conflict (case_id, meeting_id, part) do update set id = excluded.id, version = p.version + 1,
      for_all = excluded.for_all, reader = excluded.reader, key_version = excluded.key_version, sealed = excluded.sealed,
      written_at = excluded.written_at;
end $$;

-- Who speaks for the young person, by their own word: themselves, one of those who are invited, or nobody.
create or replace function accord.say_speaker(the_case uuid, which uuid, how text, person uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare m accord.meeting := seen_meeting(the_case, which);
begin
  if m.item_id is null or not is_own_case(the_case) or (person is not null and not exists (
    select from meeting_attendee t where t.case_id = the_case and t.meeting_id = which and t.staff_id = person
  )) then
    raise exception 'no such meeting for this speaker' using errcode = 'AC404';
  end if;
  update meeting x set spoken_for = how, speaker = person where x.case_id = the_case and x.item_id = which;
end $$;

-- Who in the room would hear something new of the speaker's own agency of these kinds: its own audience, and nobody
-- else's.
create or replace function accord.would_hear(the_case uuid, which uuid, kinds bigint) returns table (attendee_id uuid)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  m accord.meeting := seen_meeting(the_case, which);
begin
  if not is_in_room(the_case, which) or not writes_for(the_case, me.agency_id) then return; end if;
  return query
    select r.attendee_id from in_the_room(the_case, which) r
    where exists (
      select from sights_of(the_case, r.kind, r.who, r.agency_id, m.purpose) s
      where s.owner_agency = me.agency_id and kinds & ~s.see_mask = 0
        and statement_timestamp() >= s.data_from and statement_timestamp() < s.data_to
    );
end $$;

-- Reads the agenda for somebody in the room. All of it is told to everybody there, so that each of the others gets their
-- line of the ledger in the same statement, the meeting itself in it. `notices`: by bit, what has to go with that kind.
-- AC404: the speaker is not in the room.
create or replace function accord.hear_agenda(the_case uuid, which uuid, notices jsonb, zone text)
returns table (item_id uuid, version integer)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  -- a stop, or somebody who comes, is before all of this or after it
  perform hold_keys(the_case);
  if not is_in_room(the_case, which) then
    raise exception 'not in the room' using errcode = 'AC404';
  end if;
  return query
  with agenda as materialized (select * from agenda_of(the_case, which)),
  told as materialized (
    select * from agenda
    union all
    select i.id, i.body_version, i.owner_agency, i.category_mask from case_item i
      where i.case_id = the_case and i.id = which
  ),
  ear as (
    select * from in_the_room(the_case, which) r where r.kind <> 'young_person' and r.who <> me.actor_id
  ),
  part as (
    select t.owner_agency, bit_or(t.category_mask) as kinds, count(*)::integer as items,
      sha256(convert_to(string_agg(t.item_id || ':' || t.version, chr(10)
        order by (t.item_id || ':' || t.version) collate "C"), 'UTF8')) as digest
    from told t group by t.owner_agency
  ),
  line as (
    insert into ledger_entry as l (id, node_id, actor_kind, actor_id, actor_agency, action, case_id, owner_agency,
      purpose, category_mask, item_count, digest, notices, policy_version)
    select gen_random_uuid(), me.node_id, e.kind, e.who, e.agency_id, 'heard', the_case, p.owner_agency, me.purpose,
      p.kinds, p.items, p.digest,
      case when p.owner_agency = e.agency_id then '{}' else array(
        select distinct n.text from jsonb_each(notices) b cross join jsonb_array_elements_text(b.value) n(text)
        where p.kinds >> b.key::integer & 1 = 1 order by n.text
      ) end,
      rules_of(the_case, zone)
    from ear e cross join part p
    returning l.id, l.actor_id, l.owner_agency
  ),
  met as (
    insert into ledger_exposure (case_id, item_id, version, reader_id, entry_id)
    select the_case, t.item_id, t.version, l.actor_id, l.id from line l join told t on t.owner_agency = l.owner_agency
    on conflict do nothing
  )
  select a.item_id, a.version from agenda a;
end $$;

-- By which state's rules something is decided today for whoever leads the case; null where there are none or two.
create or replace function accord.rules_of(the_case uuid, zone text) returns text
language sql stable set search_path = accord, pg_temp as $$
  select case when count(*) = 1 then min(b.state || ' ' || b.version) end
  from case_file f
  join agency a on a.id = f.lead_agency
  join policy_bundle b on b.state = a.state
    and b.effective_from <= (statement_timestamp() at time zone zone)::date
    and coalesce((statement_timestamp() at time zone zone)::date < b.effective_to, true)
  where f.id = the_case
$$;

-- Stands for all that the speaker could tell apart of the meetings of a case, beside the items: for the live stream.
create or replace function accord.rooms_mark(the_case uuid) returns text
language plpgsql stable security definer set search_path = accord, pg_temp as $$
begin
  return (
    select md5(string_agg(jsonb_build_array(m.item_id, m.state, m.young_here, m.spoken_for, m.speaker,
      (
        select jsonb_agg(jsonb_build_array(t.id, t.came_at, t.left_at) order by t.id) from meeting_attendee t
        where t.case_id = m.case_id and t.meeting_id = m.item_id and (
          knows_roster(m.case_id, m.item_id) or (t.came_at is not null and is_in_room(m.case_id, m.item_id))
        )
      ),
      case when is_in_room(m.case_id, m.item_id) then (
        select jsonb_agg(jsonb_build_array(a.item_id, a.version) order by a.item_id) from agenda_of(m.case_id, m.item_id) a
      ) end,
      (
        select jsonb_agg(jsonb_build_array(p.part, p.version) order by p.part) from meeting_prep p
        where p.case_id = m.case_id and p.meeting_id = m.item_id
          and reads_prep(p.case_id, p.meeting_id, p.for_all, p.reader)
      ))::text, chr(10) order by m.item_id))
    from meeting m where m.case_id = the_case and (seen_meeting(m.case_id, m.item_id)).item_id is not null
  );
end $$;

do $$
declare t text;
begin
  foreach t in array array['meeting', 'meeting_attendee', 'meeting_prep'] loop
    execute format('create or replace trigger tell_change after insert or update or delete on accord.%I
      for each row execute function accord.tell_change()', t);
  end loop;
  foreach t in array array['meeting', 'meeting_attendee'] loop
    execute format('create or replace trigger keep_held before delete on accord.%I
      for each row execute function accord.keep_held()', t);
    execute format('create or replace trigger keep_all_held before truncate on accord.%I
      for each statement execute function accord.keep_all_held()', t);
  end loop;
end $$;

-- How a meeting stands follows what its item says.
create policy with_body on accord.meeting for select to accord_runtime using (
  exists (select from accord.case_item_body b where b.case_id = meeting.case_id and b.item_id = meeting.item_id)
);
create policy roster on accord.meeting_attendee for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[])
  and exists (
    select from accord.meeting m where m.case_id = meeting_attendee.case_id and m.item_id = meeting_attendee.meeting_id
  )
  and (
    staff_id = (select (accord.context()).actor_id) or accord.knows_roster(case_id, meeting_id)
    or (came_at is not null and accord.is_in_room(case_id, meeting_id))
  )
);
create policy chosen on accord.meeting_prep for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[]) and accord.reads_prep(case_id, meeting_id, for_all, reader)
);
