-- The signed context: what the row policies believe about who is asking. A setting can be forged by anyone who
-- can run SQL; a signature of a node cannot. Every function here and below pins where it looks for names, the ones
-- without a right of their own too: policies ask them, and the asker must not choose what `=` means.

create or replace function accord.keyed_digest(inner_pad bytea, outer_pad bytea, message text) returns bytea
language sql immutable set search_path = accord, pg_temp as $$
  select sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8')))
$$;

-- Null unless the setting `accord.context` holds `1|node|kind|actor|agency|job|purpose|expires ms|signature`,
-- signed by a registered node, not yet expired, for someone that this node may speak for and who is still there.
create or replace function accord.context() returns accord.actor_context
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare
  raw text := current_setting('accord.context', true);
  part text[] := string_to_array(raw, '|');
  speaker accord.node;
  me accord.actor_context;
begin
  if part is null or cardinality(part) <> 9 or part[1] <> '1' then return null; end if;
  select * into speaker from node where id = part[2]::uuid;
  if not found then return null; end if;
  if part[9] is distinct from encode(
    keyed_digest(speaker.inner_pad, speaker.outer_pad, array_to_string(part[1:8], '|')), 'hex'
  ) then return null; end if;
  -- By the clock on the wall: one long statement would keep its own beginning, and the context with it, for ever.
  if clock_timestamp() >= to_timestamp(part[8]::bigint / 1000.0) then return null; end if;

  me := (
    speaker.id, part[3], nullif(part[4], '')::uuid, nullif(part[5], '')::uuid, nullif(part[6], ''), part[7]::smallint
  );
  case me.kind
    when 'anonymous', 'system' then null;
    when 'staff' then
      perform from staff s join node_agency n on n.agency_id = s.agency_id and n.node_id = me.node_id
        where s.id = me.actor_id and s.agency_id = me.agency_id
          and s.started_at <= statement_timestamp()
          and (s.ended_at is null or s.ended_at > statement_timestamp());
      if not found then return null; end if;
    when 'youth' then
      perform from case_file f join node_agency n on n.agency_id = f.lead_agency and n.node_id = me.node_id
        where f.young_person_id = me.actor_id;
      if not found then return null; end if;
    when 'advisor' then
      perform from advisor a where a.id = me.actor_id and (a.ended_at is null or a.ended_at > statement_timestamp());
      if not found then return null; end if;
    else return null;
  end case;
  return me;
end $$;

-- The cases that this transaction is about. It is not signed, since it only narrows.
create or replace function accord.scope() returns uuid[]
language sql stable set search_path = accord, pg_temp as $$
  select nullif(current_setting('accord.scope', true), '')::uuid[]
$$;

create or replace function accord.actor_job() returns text
language sql stable set search_path = accord, pg_temp as $$ select (accord.context()).job $$;

-- Agencies whose keys the speaking node holds, for the job that tends keys; nobody else gets any.
create or replace function accord.tended_agencies() returns uuid[]
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if me.job is distinct from 'keys' then return '{}'; end if;
  return array(select agency_id from node_agency where node_id = me.node_id);
end $$;

-- True for that job when this holder is one of those agencies, or a young person whom one of them leads.
create or replace function accord.is_tended(holder uuid) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select coalesce((select agency_id from young_person_key where young_person_id = holder), holder)
    = any (tended_agencies())
$$;

-- Whose key wraps the speaker may have: their agency's or their own, in a transaction about some case; for the job
-- that tends keys, those of the node's agencies and of the young people whom they lead.
create or replace function accord.held_by() returns uuid[]
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  if me.job = 'keys' then
    return tended_agencies()
      || array(select young_person_id from young_person_key where agency_id = any (tended_agencies()));
  end if;
  if scope() is null then return '{}'; end if;
  return case me.kind when 'staff' then array[me.agency_id] when 'youth' then array[me.actor_id] else '{}' end;
end $$;
