-- The text that a permission's paper is made of, and whether anybody may sign on it.

-- True where the people of this database are made up.
create or replace function accord.is_demo() returns boolean
language sql stable security definer set search_path = accord, pg_temp as $$
  select exists (select from demo_mode)
$$;

-- What an agency's permissions are made on now: what it published last in their language; before anything is
-- published, what was written last; else nothing.
create or replace function accord.paper_now(agency uuid, in_language text) returns accord.protocol_version
language sql stable set search_path = accord, pg_temp as $$
  select v.*
  from protocol p join protocol_version v on v.protocol_id = p.id
  where p.kind = 'permission' and p.agency_id = agency and p.language = in_language
  order by v.status = 'published' desc, v.number desc
  limit 1
$$;

-- A draft is made on what is its agency's paper at that moment. Nobody names one: whatever an insert says is replaced.
create or replace function accord.take_paper() returns trigger
language plpgsql security definer set search_path = accord, pg_temp as $$
declare v accord.protocol_version := paper_now(new.discloser_agency, new.language);
begin
  new.paper := v.protocol_id;
  new.paper_version := v.number;
  return new;
end $$;
create or replace trigger take_paper before insert on accord.consent_grant
  for each row execute function accord.take_paper();

-- Nobody signs a real permission on words that no advisor signed, or in another language on words that no named
-- person read, or on what is not published, whose rule is 82_protocols.sql. No paper is no such words either. AC409.
create or replace function accord.ask_for_paper(g accord.consent_grant) returns void
language plpgsql set search_path = accord, pg_temp as $$
begin
  if is_demo() then return; end if;
  perform from protocol_version v
    where v.protocol_id = g.paper and v.number = g.paper_version and v.status = 'published'
      and exists (select from protocol_sign_off s where s.protocol_id = g.paper and s.version = g.paper_version)
      and (v.of_version is null
        or exists (select from protocol_reader r where r.protocol_id = g.paper and r.version = g.paper_version));
  if not found then raise exception 'nobody may sign on this paper' using errcode = 'AC409'; end if;
end $$;

-- The papers of a case's permissions, for those who may read the permissions: the discloser's staff and the young
-- person. Texts of the agency itself, with nothing of the case in them.
create or replace function accord.papers(the_case uuid) returns table (
  grant_id uuid, language text, title text, version integer, is_published boolean, is_signed boolean,
  is_translated boolean, reader text, is_current boolean
)
language sql stable security definer set search_path = accord, pg_temp as $$
  select g.id, g.language, p.title, v.number, coalesce(v.status = 'published', false),
    exists (select from protocol_sign_off s where s.protocol_id = v.protocol_id and s.version = v.number),
    v.of_version is not null, r.name,
    (g.paper, g.paper_version) is not distinct from (n.protocol_id, n.number)
  from consent_grant g
  left join protocol p on p.id = g.paper
  left join protocol_version v on v.protocol_id = g.paper and v.number = g.paper_version
  left join protocol_reader r on r.protocol_id = v.protocol_id and r.version = v.number
  cross join lateral paper_now(g.discloser_agency, g.language) n
  where g.case_id = the_case and (is_own_case(g.case_id) or holds_for(g.case_id, g.discloser_agency))
$$;

-- What such a paper says, and who signed it by the names that they chose.
create or replace function accord.paper_text(the_grant uuid) returns table (number integer, heading text, body text)
language sql stable security definer set search_path = accord, pg_temp as $$
  select b.number, b.heading, b.body
  from consent_grant g join protocol_block b on b.protocol_id = g.paper and b.version = g.paper_version
  where g.id = the_grant and (is_own_case(g.case_id) or holds_for(g.case_id, g.discloser_agency))
  order by b.number
$$;
create or replace function accord.paper_signers(the_grant uuid) returns table (name text)
language sql stable security definer set search_path = accord, pg_temp as $$
  select s.shown_as
  from consent_grant g join protocol_sign_off s on s.protocol_id = g.paper and s.version = g.paper_version
  where g.id = the_grant and (is_own_case(g.case_id) or holds_for(g.case_id, g.discloser_agency))
  order by s.signed_at
$$;

-- SHA-256 over the words of each paper, block by block as a JSON array of number, heading and text: what a receipt
-- names. For those who may read the permission.
create or replace function accord.paper_digests(the_case uuid) returns table (grant_id uuid, digest text)
language sql stable security definer set search_path = accord, pg_temp as $$
  select g.id, encode(sha256(convert_to(string_agg(
      jsonb_build_array(b.number, b.heading, b.body)::text, E'\n' order by b.number
    ), 'UTF8')), 'hex')
  from consent_grant g join protocol_block b on b.protocol_id = g.paper and b.version = g.paper_version
  where g.case_id = the_case and (is_own_case(g.case_id) or holds_for(g.case_id, g.discloser_agency))
  group by g.id
$$;
