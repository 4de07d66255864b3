-- People whom the young person keeps out of their case. Theirs alone: nobody else sets one, lifts one, or reads the
-- list. It beats every basis, own custody among them (consent-rules 0.2 step 8, A16.8), on the next read.

create or replace function accord.keep_out(the_case uuid, person uuid, denial uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if not is_own_case(the_case) then raise exception 'not their own case' using errcode = 'AC404'; end if;
  perform from staff s where s.id = person and (s.ended_at is null or s.ended_at > statement_timestamp());
  if not found then raise exception 'no such person' using errcode = 'AC404'; end if;
  -- Every kind that there is or will be.
  insert into access_denial (id, case_id, target_kind, target_id, categories, asked_by)
    values (denial, the_case, 'staff', person, 9223372036854775807, 'young_person')
    on conflict (case_id, target_id) where asked_by = 'young_person' and valid_to = 'infinity' do nothing;
end $$;

-- From now on, and not for what was kept out meanwhile: a permission that ended stays ended.
create or replace function accord.let_back(the_case uuid, person uuid) returns void
language plpgsql security definer set search_path = accord, pg_temp as $$
begin
  if not is_own_case(the_case) then raise exception 'not their own case' using errcode = 'AC404'; end if;
  update access_denial set valid_to = statement_timestamp()
    where case_id = the_case and target_id = person and asked_by = 'young_person' and valid_to = 'infinity';
  if not found then raise exception 'nobody is kept out by that id' using errcode = 'AC404'; end if;
end $$;

create or replace function accord.kept_out(the_case uuid)
returns table (staff_id uuid, name text, title text, agency text, since timestamptz)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
begin
  if not is_own_case(the_case) then return; end if;
  return query
    select s.id, s.name, s.title, a.name, d.valid_from
    from access_denial d join staff s on s.id = d.target_id join agency a on a.id = s.agency_id
    where d.case_id = the_case and d.asked_by = 'young_person' and d.valid_to = 'infinity'
    order by d.valid_from desc, s.name;
end $$;
