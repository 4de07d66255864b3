-- Something moved in a case. Any role of the database can listen, so the notice is a keyed digest and nothing else.

create or replace function accord.topic_of(the_case uuid) returns text
language sql stable security definer set search_path = accord, pg_temp as $$
  select encode(keyed_digest(inner_pad, outer_pad, the_case::text), 'hex') from topic_key
$$;

-- The topic of a case, for those who may know of it now; null for everybody else.
create or replace function accord.watch(the_case uuid) returns text
language plpgsql stable security definer set search_path = accord, pg_temp as $$
begin
  if not exists (select from unnest(openings()) o where o.case_id = the_case and o.know_mask <> 0) then
    return null;
  end if;
  return topic_of(the_case);
end $$;

create or replace function accord.tell_change() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  perform pg_notify('accord', topic_of(coalesce(new.case_id, old.case_id)));
  return null;
end $$;

create or replace trigger tell_change after insert or update on accord.case_item
  for each row execute function accord.tell_change();
create or replace trigger tell_change after insert or update or delete on accord.effective_access
  for each row execute function accord.tell_change();
create or replace trigger tell_change after insert on accord.key_wrap
  for each row execute function accord.tell_change();
create or replace trigger tell_change after insert or update or delete on accord.access_denial
  for each row execute function accord.tell_change();
create or replace trigger tell_change after insert or update or delete on accord.assignment
  for each row execute function accord.tell_change();
create or replace trigger tell_change after insert or update on accord.post_introduction
  for each row execute function accord.tell_change();
create or replace trigger tell_change after insert or update on accord.referral
  for each row execute function accord.tell_change();

-- The topic of a session, for whoever holds its digest: what hangs on a session looks again when it changes.
create or replace function accord.session_topic(hash bytea) returns text
language sql stable security definer set search_path = accord, pg_temp as $$
  select encode(keyed_digest(inner_pad, outer_pad, 'session ' || encode(hash, 'hex')), 'hex') from topic_key
$$;

create or replace function accord.tell_session() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  perform pg_notify('accord', session_topic(old.id_hash));
  return null;
end $$;

create or replace function accord.tell_sessions_of_staff() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  perform pg_notify('accord', session_topic(s.id_hash))
    from session s join account a on a.id = s.account_id where a.staff_id = new.id;
  return null;
end $$;

create or replace trigger tell_session after delete or update of purpose, absolute_until on accord.session
  for each row execute function accord.tell_session();
-- Locked sooner than it would have been; that it was used is no news.
create or replace trigger tell_lock after update of locks_at on accord.session
  for each row when (new.locks_at < old.locks_at) execute function accord.tell_session();
create or replace trigger tell_sessions_of_staff after update of ended_at, agency_id on accord.staff
  for each row execute function accord.tell_sessions_of_staff();
