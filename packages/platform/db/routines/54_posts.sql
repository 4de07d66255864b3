-- Posts and whoever holds them. A permission to a post is stored and projected as one of the person who holds it: what
-- is here only ends it for whoever left, carries it to whoever came, and keeps it closed until the young person said
-- that this is fine.

-- Who holds a post now, and is still with its agency; null where nobody does.
create or replace function accord.holder_of(the_post uuid) returns uuid
language sql stable set search_path = accord, pg_temp as $$
  select h.staff_id from post_holder h
  join post p on p.id = h.post_id
  join staff s on s.id = h.staff_id and s.agency_id = p.agency_id
  where h.post_id = the_post and h.valid_to = 'infinity' and (s.ended_at is null or s.ended_at > statement_timestamp())
$$;

-- A permission to a post names its holder of now, and nothing of it opens to somebody of whom the young person did not
-- say that this is fine: whichever way it is signed or started again. The post's own lock, so that a change of its
-- holder sees what was signed before it; the keys of the case are taken by then.
create or replace function accord.keep_to_post() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if new.post_id is null or new.status not in ('draft', 'active') then return new; end if;
  if new.status = 'active' then perform from post p where p.id = new.post_id for share; end if;
  if new.recipient_kind <> 'staff' or holder_of(new.post_id) is distinct from new.recipient_id then
    raise exception 'somebody else holds this post' using errcode = 'AC409';
  end if;
  if new.status = 'active'
    and exists (select from post_introduction i where i.grant_id = new.id and i.answer is distinct from 'fine')
  then
    raise exception 'they did not say yet that this is fine' using errcode = 'AC409';
  end if;
  return new;
end $$;
create or replace trigger keep_to_post before insert or update of status on accord.consent_grant
  for each row execute function accord.keep_to_post();

-- Whoever supervises for an agency names its posts and says who holds them. Nobody puts themselves into one. AC404 for
-- everybody else, AC409 for a name that is taken.
create or replace function accord.ask_for_colleague(me accord.actor_context, person uuid) returns void
language plpgsql stable set search_path = accord, pg_temp as $$
begin
  perform from staff s
    where s.id = person and s.agency_id = me.agency_id and s.id <> me.actor_id
      and (s.ended_at is null or s.ended_at > statement_timestamp());
  if not found then raise exception 'no such colleague' using errcode = 'AC404'; end if;
end $$;

create or replace function accord.name_post(the_post uuid, called text, person uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := as_supervisor();
begin
  perform ask_for_colleague(me, person);
  insert into post (id, agency_id, name, named_by) values (the_post, me.agency_id, called, me.actor_id)
    on conflict (agency_id, lower(name)) do nothing;
  if not found then raise exception 'there is one of this name' using errcode = 'AC409'; end if;
  insert into post_holder (post_id, staff_id, valid_from, recorded_by)
    values (the_post, person, statement_timestamp(), me.actor_id);
end $$;

-- The cases in which something is written to a post, drafts too: whoever signs one of them at this moment holds its keys.
create or replace function accord.cases_of_post(the_post uuid) returns uuid[]
language sql stable set search_path = accord, pg_temp as $$
  select array(
    select distinct g.case_id from consent_grant g
    where g.post_id = the_post and g.status <> 'stopped' and g.replaced_by is null and g.valid_to > statement_timestamp()
    order by g.case_id
  )
$$;

-- Ends one permission for whoever held the post, at once, and writes the same one for `person`: what was signed and is
-- left of it, until the same end, paused. What was paused before stays so after a yes too. Whom the young person said no
-- to, or keeps out, is not announced: the post has nobody here then, as where `person` is null.
create or replace function accord.carry_grant(g accord.consent_grant, person uuid, by_whom uuid) returns bigint
language plpgsql set search_path = accord, pg_temp as $$
declare
  now_at timestamptz := statement_timestamp();
  the_agency uuid := (select p.agency_id from post p where p.id = g.post_id);
  what_is_left bigint := g.categories
    & ~coalesce((select bit_or(v.categories) from consent_revocation v where v.grant_id = g.id), 0);
  before accord.consent_pause;
  is_own boolean;
  next_id uuid := gen_random_uuid();
  pause uuid := gen_random_uuid();
begin
  if exists (
    select from post_introduction i
    where i.case_id = g.case_id and i.post_id = g.post_id and i.staff_id = person and i.answer = 'not-this-person'
  ) or what_is_left & ~denied_mask(g.case_id, person, the_agency) = 0
  then
    person := null;
  end if;
  select * into before from consent_pause p where p.grant_id = g.id and p.resumed_at is null;
  is_own := before.id is null or exists (
    select from post_introduction i
    where i.grant_id = g.id and i.pause_id = before.id and i.answer is distinct from 'fine'
  );

  insert into consent_grant (
    id, case_id, discloser_agency, recipient_kind, recipient_id, purpose, categories, data_from, data_to, valid_from,
    valid_to, may_write, status, prepared_by, prepared_at, opens, language, said_no_at, post_id, signed_as
  )
  values (
    next_id, g.case_id, g.discloser_agency, case when person is null then 'agency' else 'staff' end,
    coalesce(person, the_agency), g.purpose, what_is_left, g.data_from, g.data_to, greatest(g.valid_from, now_at),
    g.valid_to, g.may_write, 'paused', g.prepared_by, g.prepared_at, g.opens & what_is_left, g.language, g.said_no_at,
    g.post_id, coalesce(g.signed_as, g.id)
  );
  -- an insert is given the text that is there today; this one was signed on its own
  update consent_grant set paper = g.paper, paper_version = g.paper_version where id = next_id;
  insert into consent_signature (
    grant_id, capacity, method, recorded_by, signed_at, form_digest, authority_id, initialled
  )
  select next_id, s.capacity, s.method, s.recorded_by, s.signed_at, s.form_digest, s.authority_id, s.initialled
    from consent_signature s where s.grant_id = g.id and s.withdrawn_at is null;
  insert into consent_pause (id, grant_id, paused_from, paused_by, paused_at)
    values (pause, next_id, case when is_own then 'staff' else before.paused_from end,
      case when is_own then by_whom else before.paused_by end, case when is_own then now_at else before.paused_at end);
  insert into post_introduction (grant_id, case_id, post_id, staff_id, pause_id, announced_by, announced_at)
    values (next_id, g.case_id, g.post_id, person, case when is_own then pause end, by_whom, now_at);
  update coercion_mark set grant_id = next_id where grant_id = g.id and outcome is null;

  delete from effective_access where basis_id = g.id;
  delete from key_wrap where basis_id = g.id;
  update consent_grant set valid_from = least(valid_from, now_at - interval '1 microsecond'), valid_to = now_at,
    replaced_by = next_id where id = g.id;
  perform end_writing(g);
  update case_key set version = version + 1 where case_id = g.case_id and owner_agency = g.discloser_agency;
  return what_is_left;
end $$;

-- Says who holds a post from now on; null: nobody. Answers each permission that it carried. The keys of every case that
-- it is about come first, in one order; what was written to the post meanwhile makes the speaker ask again (AC409).
create or replace function accord.hold_post(the_post uuid, person uuid)
returns table (case_id uuid, owner_agency uuid, mask bigint)
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := as_supervisor();
  cases uuid[];
  one uuid;
  g accord.consent_grant;
begin
  perform from post p where p.id = the_post and p.agency_id = me.agency_id;
  if not found then raise exception 'no such post for this speaker' using errcode = 'AC404'; end if;
  if person is not null then perform ask_for_colleague(me, person); end if;
  cases := cases_of_post(the_post);
  foreach one in array cases loop perform take_keys(one); end loop;
  perform from post p where p.id = the_post for update;
  if cases_of_post(the_post) <> cases then
    raise exception 'something was written to it meanwhile' using errcode = 'AC409';
  end if;
  if person is not distinct from (
    select h.staff_id from post_holder h where h.post_id = the_post and h.valid_to = 'infinity'
  ) then
    raise exception 'it is so already' using errcode = 'AC409';
  end if;
  update post_holder h set valid_to = greatest(statement_timestamp(), h.valid_from + interval '1 microsecond')
    where h.post_id = the_post and h.valid_to = 'infinity';
  if person is not null then
    insert into post_holder (post_id, staff_id, valid_from, recorded_by)
      values (the_post, person, statement_timestamp(), me.actor_id);
  end if;
  for g in
    select * from consent_grant c
    where c.post_id = the_post and c.status in ('active', 'paused') and c.replaced_by is null
      and c.valid_to > statement_timestamp()
    order by c.id for update
  loop
    return query select g.case_id, g.discloser_agency, carry_grant(g, person, me.actor_id);
  end loop;
end $$;

-- What the young person said of the new person: by themselves, or as whoever holds the items for the discloser wrote it
-- down. A yes is for whoever could have it signed. Once. True: nothing else keeps it paused, and it is to be opened.
create or replace function accord.answer_introduction(the_grant uuid, what text, how text) returns boolean
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant := held_grant(the_grant);
  i accord.post_introduction;
  is_young boolean := is_own_case(g.case_id);
begin
  if g.id is null or (how = 'own-page') <> is_young
    or what = 'fine' and not is_young and not writes_for(g.case_id, g.discloser_agency)
  then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  perform hold_keys(g.case_id);
  select * into g from consent_grant where id = the_grant for update;
  select * into i from post_introduction where grant_id = the_grant;
  if i.staff_id is null or i.answer is not null or g.replaced_by is not null or g.status <> 'paused'
    or g.valid_to <= statement_timestamp()
  then
    raise exception 'nobody is announced there' using errcode = 'AC409';
  end if;
  update post_introduction set answer = what, told_how = how, answered_by = me.actor_id,
    answered_at = statement_timestamp() where grant_id = the_grant;
  -- A no looks like a post that is empty: to whoever reads the permission too.
  if what = 'not-this-person' then
    update consent_grant set recipient_kind = 'agency', recipient_id = (select p.agency_id from post p where p.id = g.post_id)
      where id = g.id;
  end if;
  return what = 'fine' and i.pause_id is not null;
end $$;

-- True in the transaction in which the speaker changed the holder of a post that something of this case is written to:
-- they may know nothing of the case, and write its line in the ledger all the same.
create or replace function accord.hands_over(the_case uuid) returns boolean
language plpgsql stable security definer set search_path = accord, pg_temp as $$
declare me accord.actor_context := context();
begin
  return exists (
    select from post_introduction i
    where i.case_id = the_case and i.announced_by = me.actor_id and i.xmin = pg_current_xact_id()::xid
  );
end $$;

-- Where a post that something was signed to has somebody of whom nobody has told the young person, or nobody: over the
-- cases of the scope that the speaker is on for their own agency. `name` null: nobody, for whatever reason.
create or replace function accord.waiting_posts()
returns table (
  id uuid, case_id uuid, code_name text, post text, agency text, name text, title text, since timestamptz,
  may_answer boolean
)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  me accord.actor_context := context();
  now_at timestamptz := statement_timestamp();
begin
  return query
    select g.id, g.case_id, c.code_name, p.name, a.name, s.name, s.title, coalesce(i.announced_at, g.valid_from),
      writes_for(g.case_id, me.agency_id)
    from consent_grant g
    join held_cases() held on held = g.case_id
    join post p on p.id = g.post_id
    join agency a on a.id = p.agency_id
    join case_file c on c.id = g.case_id
    left join post_introduction i on i.grant_id = g.id
    left join staff s on s.id = i.staff_id and i.answer is null and (s.ended_at is null or s.ended_at > now_at)
    where g.discloser_agency = me.agency_id and g.replaced_by is null and g.valid_to > now_at and (
      g.status = 'paused' and i.grant_id is not null and i.answer is distinct from 'fine'
      or g.status in ('active', 'paused') and holder_of(g.post_id) is distinct from g.recipient_id
    )
    order by coalesce(i.announced_at, g.valid_from), g.id;
end $$;

-- What whoever held a post before read under the permission that was carried on: kinds and days, as already_out says it
-- of whoever holds it now.
create or replace function accord.out_before(the_grant uuid, zone text)
returns table (categories bigint, day date)
language sql stable security definer set search_path = accord, pg_temp as $$
  with recursive line as (
    select g.* from held_grant(newest_of(the_grant)) g
    union all
    select o.* from consent_grant o join line on o.replaced_by = line.id
  )
  select bit_or(l.category_mask & o.categories), (l.at at time zone zone)::date
  from line o
  join line n on n.id = o.replaced_by and n.recipient_id <> o.recipient_id
  join ledger_entry l on l.case_id = o.case_id and l.owner_agency = o.discloser_agency
  where l.action = 'opened' and l.purpose = o.purpose and l.at >= held_since(o.id) and l.at < o.valid_to
    and l.actor_kind = 'staff' and o.recipient_id in (l.actor_id, l.actor_agency) and l.category_mask & o.categories <> 0
  group by 2 order by 2
$$;

-- Posts and holders are workplace names. Whom a permission was carried to, and what was said of them: as the permission.
create policy colleagues on accord.post for select to accord_runtime
  using ((select (accord.context()).kind) in ('staff', 'youth'));
create policy colleagues on accord.post_holder for select to accord_runtime
  using ((select (accord.context()).kind) in ('staff', 'youth'));
create policy parties on accord.post_introduction for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[]) and exists (select from accord.consent_grant g where g.id = grant_id)
);
create policy handed_over on accord.ledger_entry for insert to accord_runtime with check (
  case_id = any ((select accord.scope())::uuid[])
  and action = 'handed-over' and category_mask >= 0 and item_count = 0
  and (node_id, actor_kind, actor_id, purpose) = (
    select (c).node_id, (c).kind, (c).actor_id, (c).purpose from (select accord.context() as c) x
  )
  and actor_agency is not distinct from (select (accord.context()).agency_id)
  and accord.hands_over(case_id)
);
