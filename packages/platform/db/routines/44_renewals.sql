-- Renewing: the same again, signed anew, in place of what ends soon.

-- Ends a permission because a new one stands in its place: signed, to the same recipient, for the same use, and of no
-- kind that the old one does not name. Rows and key wraps of the old one go now, so that one stop of the new one is
-- enough. What is paused, for whatever reason, is not renewed. The keys are taken before, as for a stop.
create or replace function accord.replace_grant(before uuid, after uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  o accord.consent_grant;
  n accord.consent_grant;
begin
  select * into o from consent_grant where id = before;
  if not found or o.discloser_agency <> me.agency_id or not writes_for(o.case_id, o.discloser_agency) then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  perform take_keys(o.case_id);
  select * into o from consent_grant where id = before for update;
  select * into n from consent_grant where id = after for update;
  if o.status <> 'active' or o.valid_from >= statement_timestamp() or o.valid_to <= statement_timestamp() then
    raise exception 'not there to be renewed' using errcode = 'AC409';
  end if;
  if n.id is null or n.id = o.id or n.status <> 'active' or n.replaced_by is not null
    or (n.case_id, n.discloser_agency, n.recipient_kind, n.recipient_id, n.purpose)
      <> (o.case_id, o.discloser_agency, o.recipient_kind, o.recipient_id, o.purpose)
    or n.categories & ~o.categories <> 0 or n.may_write and not o.may_write
  then
    raise exception 'not the same again' using errcode = 'AC403';
  end if;
  delete from effective_access where basis_id = o.id;
  delete from key_wrap where basis_id = o.id;
  update consent_grant set valid_to = statement_timestamp(), replaced_by = n.id where id = o.id;
end $$;

-- The one that stands in the place of a permission now. Somebody who stops or pauses what a page still shows means that.
create or replace function accord.newest_of(the_grant uuid) returns uuid
language sql stable set search_path = accord, pg_temp as $$
  with recursive line as (
    select g.id, g.replaced_by from consent_grant g where g.id = the_grant
    union all
    select n.id, n.replaced_by from consent_grant n join line on n.id = line.replaced_by
  )
  select id from line where replaced_by is null
$$;

-- The young person does not want it again. It goes on until its own end, and nobody is reminded of it any more.
create or replace function accord.decline_renewal(the_grant uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
declare
  me accord.actor_context := context();
  g accord.consent_grant;
begin
  select * into g from consent_grant where id = the_grant for update;
  if not found or g.status = 'draft' or g.discloser_agency <> me.agency_id
    or not writes_for(g.case_id, g.discloser_agency)
  then
    raise exception 'no such permission for this speaker' using errcode = 'AC404';
  end if;
  update consent_grant set said_no_at = statement_timestamp() where id = g.id and said_no_at is null;
end $$;

-- Since when a recipient could read by a permission and by those that it renewed.
create or replace function accord.held_since(the_grant uuid) returns timestamptz
language sql stable set search_path = accord, pg_temp as $$
  with recursive line as (
    select g.id, g.valid_from from consent_grant g where g.id = the_grant
    union all
    select o.id, o.valid_from from consent_grant o join line on o.replaced_by = line.id
  )
  select min(valid_from) from line
$$;
