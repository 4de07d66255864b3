-- Sign-in happens before there is anyone to sign the context for: these take a secret or its digest, never the
-- identity of a reader, and answer only for people that the speaking node may speak for.

create or replace function accord.find_account(address text)
returns table (account_id uuid, password_hash text, staff_id uuid, young_person_id uuid, advisor_id uuid)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare me accord.actor_context := context();
begin
  if me.kind is distinct from 'anonymous' then return; end if;
  return query
    select a.id, a.password_hash, a.staff_id, a.young_person_id, a.advisor_id from account a
    where a.email = lower(address) and accord.speaks_for(me.node_id, a.id);
end $$;

create or replace function accord.speaks_for(the_node uuid, the_account uuid) returns boolean
language sql stable set search_path = accord, pg_temp as $$
  select exists (
    select from account a
    left join staff s on s.id = a.staff_id and s.started_at <= statement_timestamp()
      and (s.ended_at is null or s.ended_at > statement_timestamp())
    left join case_file f on f.young_person_id = a.young_person_id
    left join advisor v on v.id = a.advisor_id and (v.ended_at is null or v.ended_at > statement_timestamp())
    where a.id = the_account
      and (v.id is not null or exists (
        select from node_agency n where n.node_id = the_node and n.agency_id in (s.agency_id, f.lead_agency)
      ))
  )
$$;

-- The page of staff locks after 15 minutes and says so. The database does it by itself a minute later, for a page that
-- cannot: a page tells of its use once a minute at most.
create or replace function accord.lock_after() returns interval
language sql immutable set search_path = accord, pg_temp as $$
  select interval '16 minutes'
$$;

create or replace function accord.put_session(hash bytea, the_account uuid, chosen smallint, idle timestamptz)
returns void language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if (context()).kind is distinct from 'anonymous' or not speaks_for((context()).node_id, the_account) then
    raise exception 'no session for this account here' using errcode = 'AC404';
  end if;
  insert into session (id_hash, account_id, purpose, idle_until, locks_at)
  select hash, a.id, chosen, idle,
    case when a.young_person_id is null then statement_timestamp() + lock_after() else 'infinity' end
  from account a where a.id = the_account;
end $$;

-- A live session and its person. A session that is idle or old, or whose person has left, is not there; one that is
-- locked is, and says so.
drop function if exists accord.find_session(bytea);
create function accord.find_session(hash bytea)
returns table (
  account_id uuid, purpose smallint, idle_until timestamptz, absolute_until timestamptz, locks_at timestamptz,
  is_locked boolean, staff_id uuid, agency_id uuid, young_person_id uuid, advisor_id uuid
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
begin
  if (context()).kind is distinct from 'anonymous' then return; end if;
  return query
    select a.id, s.purpose, s.idle_until, s.absolute_until, s.locks_at,
      s.locks_at <= statement_timestamp(), a.staff_id, p.agency_id, a.young_person_id, a.advisor_id
    from session s join account a on a.id = s.account_id left join staff p on p.id = a.staff_id
    where s.id_hash = hash and s.idle_until > statement_timestamp() and s.absolute_until > statement_timestamp()
      and accord.speaks_for((accord.context()).node_id, a.id);
end $$;

-- Use keeps a session. It never opens one that is locked.
create or replace function accord.touch_session(hash bytea, idle timestamptz) returns void
language sql security definer set search_path = accord, pg_temp as $$
  update session set idle_until = least(idle, absolute_until),
    locks_at = case when locks_at = 'infinity' then locks_at else statement_timestamp() + lock_after() end
  where id_hash = hash and idle_until > statement_timestamp() and absolute_until > statement_timestamp()
    and locks_at > statement_timestamp()
$$;

create or replace function accord.lock_session(hash bytea) returns void
language sql security definer set search_path = accord, pg_temp as $$
  update session set locks_at = statement_timestamp()
  where id_hash = hash and locks_at > statement_timestamp() and locks_at <> 'infinity'
$$;

-- After the person of the session has shown who they are.
create or replace function accord.unlock_session(hash bytea, idle timestamptz) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if (context()).kind is distinct from 'anonymous' then return; end if;
  update session set idle_until = least(idle, absolute_until), locks_at = statement_timestamp() + lock_after()
  where id_hash = hash and idle_until > statement_timestamp() and absolute_until > statement_timestamp()
    and locks_at <> 'infinity';
end $$;

-- Whose a live session is, for asking them who they are again.
create or replace function accord.find_account_of(hash bytea)
returns table (
  account_id uuid, password_hash text, staff_id uuid, young_person_id uuid, advisor_id uuid, email text
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
begin
  if (context()).kind is distinct from 'anonymous' then return; end if;
  return query
    select a.id, a.password_hash, a.staff_id, a.young_person_id, a.advisor_id, a.email
    from session s join account a on a.id = s.account_id
    where s.id_hash = hash and s.idle_until > statement_timestamp() and s.absolute_until > statement_timestamp()
      and accord.speaks_for((accord.context()).node_id, a.id);
end $$;

create or replace function accord.choose_purpose(hash bytea, chosen smallint) returns void
language sql security definer set search_path = accord, pg_temp as $$
  update session set purpose = chosen where id_hash = hash
$$;

create or replace function accord.end_session(hash bytea) returns void
language sql security definer set search_path = accord, pg_temp as $$
  delete from session where id_hash = hash
$$;

create or replace function accord.end_sessions_of(the_account uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if (context()).kind is distinct from 'anonymous' then return; end if;
  delete from session where account_id = the_account;
end $$;

-- Sessions that are over, and counts of tries whose window has closed.
create or replace function accord.sweep_sessions() returns void
language sql security definer set search_path = accord, pg_temp as $$
  delete from session where idle_until <= statement_timestamp() or absolute_until <= statement_timestamp();
  delete from rate_bucket where window_ends <= statement_timestamp()
$$;

-- Takes one token; false when the bucket is empty until its window ends.
create or replace function accord.take_token(the_digest bytea, most integer, seconds integer) returns boolean
language sql security definer set search_path = accord, pg_temp as $$
  insert into rate_bucket as b (digest, taken, window_ends)
  values (the_digest, 1, clock_timestamp() + make_interval(secs => seconds))
  on conflict (digest) do update set
    taken = case when b.window_ends <= clock_timestamp() then 1 else b.taken + 1 end,
    window_ends = case
      when b.window_ends <= clock_timestamp() then clock_timestamp() + make_interval(secs => seconds)
      else b.window_ends
    end
  returning taken <= most
$$;

-- Whoever got in starts counting anew: only tries that fail use up a bucket.
create or replace function accord.forget_tries(the_digest bytea) returns void
language sql security definer set search_path = accord, pg_temp as $$
  delete from rate_bucket where digest = the_digest
$$;
