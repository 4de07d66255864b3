-- "This may not have been their own choice." A marked permission closes at once, as by a pause; a marked stop stays
-- closed. Both stay so until a worker of the discloser has settled it with the young person alone.

-- For the young person, and for whoever holds the items for the discloser. Answers whether it closed something now;
-- a second mark changes nothing and looks the same.
create or replace function accord.mark_choice(mark uuid, the_grant uuid, pause uuid) returns boolean
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant := held_grant(the_grant);
  closes boolean := g.status = 'active';
begin
  if g.id is null then raise exception 'no such permission for this speaker' using errcode = 'AC404'; end if;
  if g.status <> 'stopped' and g.valid_to <= statement_timestamp() then
    raise exception 'over already' using errcode = 'AC409';
  end if;
  -- First, since it takes the locks in the order in which stopping and pausing take them.
  if closes then perform pause_grant(g.id, pause); end if;
  insert into coercion_mark (id, case_id, grant_id, about, marked_from, marked_by)
    values (mark, g.case_id, g.id, case g.status when 'stopped' then 'stop' else 'permission' end,
      case me.kind when 'youth' then 'young_person' else 'staff' end, me.actor_id)
    on conflict (grant_id) where outcome is null do nothing;
  return closes;
end $$;

-- What the young person said to a worker alone. Not their own choice: a permission is stopped for good, and a stop can
-- be followed by a new signature. Their own: a permission can be started again, and nothing starts by itself.
-- Answers whether it stopped something now.
create or replace function accord.settle_mark(mark uuid, how text, revocation uuid) returns boolean
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  m accord.coercion_mark;
  g accord.consent_grant;
  stops boolean;
begin
  select * into m from coercion_mark where id = mark;
  select * into g from consent_grant where id = m.grant_id;
  if not holds_for(g.case_id, g.discloser_agency) then
    raise exception 'no such mark for this speaker' using errcode = 'AC404';
  end if;
  stops := how = 'not-own-choice' and g.status in ('active', 'paused');
  if stops then perform stop_grant(g.id, g.categories, revocation); end if;
  update coercion_mark set outcome = how, settled_by = me.actor_id, settled_at = statement_timestamp()
    where id = mark and outcome is null;
  if not found then raise exception 'settled already' using errcode = 'AC409'; end if;
  return stops;
end $$;

-- Whoever starts a paused permission again, by whatever way: not while it is marked. It says nothing of why.
create or replace function accord.keep_marked() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if exists (select from coercion_mark m where m.grant_id = new.id and m.outcome is null) then
    raise exception 'not to be started again now' using errcode = 'AC409';
  end if;
  return new;
end $$;
create or replace trigger keep_marked before update of status on accord.consent_grant
  for each row when (old.status <> 'active' and old.status <> 'draft' and new.status = 'active')
  execute function accord.keep_marked();

-- Nobody but whoever holds the items for the discloser. The young person's own page does not show it either: somebody
-- may look at that page with them, or make them show it.
create policy holders on accord.coercion_mark for select to accord_runtime using (
  case_id = any ((select accord.scope())::uuid[]) and exists (
    select from accord.consent_grant g
    where g.id = coercion_mark.grant_id and accord.holds_for(g.case_id, g.discloser_agency)
  )
);
