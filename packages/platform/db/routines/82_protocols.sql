-- Protocols are read by staff and survivor advisors. An advisor's transaction runs as the role `accord_advisor`, which
-- has rights on nothing but what this file names: no table of a case can even be named by it. `accord_runtime` is a
-- member of it, so each policy asks for the kind of the signed context too.

-- True when the speaker is staff of the agency that keeps this protocol.
create or replace function accord.keeps_protocol(the_protocol uuid) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select coalesce((context()).kind = 'staff', false)
    and exists (select from protocol p where p.id = the_protocol and p.agency_id = (context()).agency_id)
$$;

-- True when a text of this kind may be a translation of that one: both are of the speaker's agency, and that one is an
-- original. Asked by the policy of the same table: as a definer it ends the circle.
create or replace function accord.may_translate(the_original uuid, the_kind text) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select keeps_protocol(the_original)
    and exists (select from protocol p where p.id = the_original and p.kind = the_kind and p.translates is null)
$$;

-- True unless it is a translation that lacks a named reader, or whose original is not published in the version that it
-- says. Whether a paper could be made of it: one that people sign says who gets what, what for and until when.
create or replace function accord.may_be_read(the_protocol uuid, the_version integer) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select exists (
    select from protocol p join protocol_version v on v.protocol_id = p.id and v.number = the_version
    where p.id = the_protocol
      and (p.translates is null or (
        exists (select from protocol_reader r where r.protocol_id = p.id and r.version = v.number)
        and exists (
          select from protocol_version o
          where o.protocol_id = p.translates and o.number = v.of_version and o.status = 'published'
        )
      ))
      and (p.kind <> 'permission' or not exists (
        select from unnest(array['{who}', '{what}', '{why}', '{until}']) gap
        where not exists (
          select from protocol_block b
          where b.protocol_id = p.id and b.version = v.number and position(gap in b.body) > 0
        )
      ))
  )
$$;

-- True when every comment on it has its written answer, no objection stands, and an advisor signed this version.
create or replace function accord.may_publish(the_protocol uuid, the_version integer) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select keeps_protocol(the_protocol) and may_be_read(the_protocol, the_version)
    and not exists (
      select from protocol_comment c where c.protocol_id = the_protocol
        and (c.state = 'open' or (c.kind = 'objection' and c.state <> 'withdrawn'))
    )
    and exists (select from protocol_sign_off s where s.protocol_id = the_protocol and s.version = the_version)
$$;

-- Asked by the policy of comments, which the policy of answers asks in turn: as a definer it ends the circle.
create or replace function accord.has_answer(the_comment uuid) returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select exists (select from protocol_answer a where a.comment_id = the_comment)
$$;

-- Names that a protocol's page shows: who keeps it and who answered. Workplace names, for its readers only.
create or replace function accord.protocol_names(the_protocols uuid[]) returns table (id uuid, name text)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
begin
  if coalesce((context()).kind, '') not in ('staff', 'advisor') then return; end if;
  return query
    select a.id, a.name from agency a join protocol p on p.agency_id = a.id where p.id = any (the_protocols)
    union
    select s.id, s.name from staff s join protocol_answer w on w.answered_by = s.id
      join protocol_comment c on c.id = w.comment_id where c.protocol_id = any (the_protocols);
end $$;

-- The speaking advisor's own name.
create or replace function accord.own_advisor_name() returns text
language sql stable security definer set search_path = accord, pg_temp as $$
  select a.name from advisor a where (context()).kind = 'advisor' and a.id = (context()).actor_id
$$;

-- Counts the speaking advisor's time: what passed since they last did something, when that is at most 15 minutes;
-- coming back after longer counts one minute. No argument says how much.
create or replace function accord.count_review_time(the_protocol uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  since interval;
begin
  if me.kind is distinct from 'advisor' then return; end if;
  select statement_timestamp() - max(t.last_at) into since from review_time t where t.advisor_id = me.actor_id;
  insert into review_time as t (advisor_id, protocol_id, day, seconds, last_at)
  values (
    me.actor_id, the_protocol, (statement_timestamp() at time zone 'UTC')::date,
    case when since <= interval '15 minutes' then extract(epoch from since)::integer else 60 end,
    statement_timestamp()
  )
  on conflict (advisor_id, protocol_id, day)
    do update set seconds = t.seconds + excluded.seconds, last_at = excluded.last_at;
end $$;

-- Staff of the network read what is in review or published; a draft is its keepers' own.
create policy staff_read on accord.protocol for select to accord_runtime using (
  (select (accord.context()).kind) = 'staff'
  and (agency_id = (select (accord.context()).agency_id)
    or exists (select from accord.protocol_version v where v.protocol_id = protocol.id))
);
create policy staff_write on accord.protocol for insert to accord_runtime with check (
  (select (accord.context()).kind) = 'staff'
  and agency_id = (select (accord.context()).agency_id) and created_by = (select (accord.context()).actor_id)
  and (translates is null or accord.may_translate(translates, kind))
);
create policy staff_read on accord.protocol_version for select to accord_runtime using (
  (select (accord.context()).kind) = 'staff' and (status <> 'draft' or accord.keeps_protocol(protocol_id))
);
create policy staff_write on accord.protocol_version for insert to accord_runtime with check (
  status = 'draft' and made_by = (select (accord.context()).actor_id) and accord.keeps_protocol(protocol_id)
);
create policy staff_move on accord.protocol_version for update to accord_runtime
  using (status <> 'published' and accord.keeps_protocol(protocol_id))
  with check (status = 'in-review' or (status = 'published' and accord.may_publish(protocol_id, number)));
create policy staff_write on accord.protocol_block for insert to accord_runtime with check (
  accord.keeps_protocol(protocol_id) and exists (
    select from accord.protocol_version v
    where v.protocol_id = protocol_block.protocol_id and v.number = protocol_block.version and v.status = 'draft'
  )
);
-- Who read a translation is named by its keepers, before it is published.
create policy staff_write on accord.protocol_reader for insert to accord_runtime with check (
  named_by = (select (accord.context()).actor_id) and accord.keeps_protocol(protocol_id) and exists (
    select from accord.protocol_version v
    where v.protocol_id = protocol_reader.protocol_id and v.number = protocol_reader.version
      and v.status <> 'published' and v.of_version is not null
  )
);
-- Staff answer, in their own name; they never withdraw what an advisor said.
create policy staff_answer on accord.protocol_answer for insert to accord_runtime with check (
  answered_by = (select (accord.context()).actor_id) and exists (
    select from accord.protocol_comment c
    where c.id = comment_id and c.state = 'open' and accord.keeps_protocol(c.protocol_id)
  )
);
create policy staff_answer on accord.protocol_comment for update to accord_runtime
  using (state = 'open' and accord.keeps_protocol(protocol_id))
  with check (
    state = 'answered' and accord.keeps_protocol(protocol_id)
    and accord.has_answer(id)
  );

create policy advisor_read on accord.protocol for select to accord_advisor using (
  (select (accord.context()).kind) = 'advisor'
  and exists (select from accord.protocol_version v where v.protocol_id = protocol.id)
);
create policy advisor_read on accord.protocol_version for select to accord_advisor using (
  (select (accord.context()).kind) = 'advisor' and status <> 'draft'
);
-- What hangs on a protocol is seen by whoever sees the protocol, and a block by whoever sees its version.
create policy with_version on accord.protocol_block for select to accord_advisor using (
  exists (
    select from accord.protocol_version v
    where v.protocol_id = protocol_block.protocol_id and v.number = protocol_block.version
  )
);
create policy with_version on accord.protocol_reader for select to accord_advisor using (
  exists (
    select from accord.protocol_version v
    where v.protocol_id = protocol_reader.protocol_id and v.number = protocol_reader.version
  )
);
create policy with_protocol on accord.protocol_comment for select to accord_advisor using (
  exists (select from accord.protocol p where p.id = protocol_id)
);
create policy with_comment on accord.protocol_answer for select to accord_advisor using (
  exists (select from accord.protocol_comment c where c.id = comment_id)
);
create policy with_protocol on accord.protocol_sign_off for select to accord_advisor using (
  exists (select from accord.protocol p where p.id = protocol_id)
);
-- An advisor speaks in their own name, about what is in review.
create policy advisor_comment on accord.protocol_comment for insert to accord_advisor with check (
  (select (accord.context()).kind) = 'advisor' and advisor_id = (select (accord.context()).actor_id)
  and state = 'open' and exists (
    select from accord.protocol_version v
    where v.protocol_id = protocol_comment.protocol_id and v.number = protocol_comment.version
      and v.status = 'in-review'
  )
);
-- Only who made a comment withdraws it.
create policy advisor_withdraw on accord.protocol_comment for update to accord_advisor
  using ((select (accord.context()).kind) = 'advisor' and advisor_id = (select (accord.context()).actor_id))
  with check (
    (select (accord.context()).kind) = 'advisor' and advisor_id = (select (accord.context()).actor_id)
    and state = 'withdrawn'
  );
create policy advisor_sign on accord.protocol_sign_off for insert to accord_advisor with check (
  (select (accord.context()).kind) = 'advisor' and advisor_id = (select (accord.context()).actor_id)
  and exists (
    select from accord.protocol_version v
    where v.protocol_id = protocol_sign_off.protocol_id and v.number = protocol_sign_off.version
      and v.status = 'in-review'
  )
  and not exists (
    select from accord.protocol_comment c
    where c.protocol_id = protocol_sign_off.protocol_id and c.kind = 'objection' and c.state <> 'withdrawn'
  )
);
create policy own on accord.review_time for select to accord_advisor using (
  (select (accord.context()).kind) = 'advisor' and advisor_id = (select (accord.context()).actor_id)
);

grant select on accord.protocol, accord.protocol_version, accord.protocol_block, accord.protocol_comment,
  accord.protocol_answer, accord.protocol_sign_off, accord.protocol_reader, accord.review_time to accord_advisor;
grant insert (id, protocol_id, version, block_id, advisor_id, kind, body), update (state)
  on accord.protocol_comment to accord_advisor;
grant insert (protocol_id, version, advisor_id, shown_as) on accord.protocol_sign_off to accord_advisor;

grant insert (id, agency_id, title, created_by, kind, language, translates) on accord.protocol to accord_runtime;
grant insert (protocol_id, number, made_by, of_version), update (status, published_at) on accord.protocol_version to accord_runtime;
grant insert (protocol_id, version, block_id, number, heading, body) on accord.protocol_block to accord_runtime;
grant insert (protocol_id, version, name, capacity, named_by) on accord.protocol_reader to accord_runtime;
grant insert (comment_id, result, body, answered_by) on accord.protocol_answer to accord_runtime;

grant select on accord.protocol, accord.protocol_version, accord.protocol_block, accord.protocol_comment,
  accord.protocol_answer, accord.protocol_sign_off, accord.protocol_reader, accord.demo_mode to accord_floor;
grant select, insert, update on accord.review_time to accord_floor;
