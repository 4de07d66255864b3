import type { Sql } from 'postgres';

/**
 * Cases by the thousand, made inside the database: per case 14 items that its reader may see and 6 of another owner
 * that they may not, one sealed body and one key wrap each, six permissions to others, and custody for each of four
 * purposes. Every other case is read by an assigned worker of its own agency, the rest on a permission.
 */
export async function buildCases(sql: Sql, cases: number): Promise<void> {
  await sql.unsafe(`
    set session_replication_role = replica;
    create function public.bench_id(kind text, n bigint) returns uuid language sql immutable as
      $$ select overlay(overlay(md5(kind || n) placing '7' from 13) placing '8' from 17)::uuid $$;
    create function pg_temp.noise(n bigint, bytes int) returns bytea language sql immutable as
      $$ select substring(decode(repeat(md5(n::text), bytes / 16 + 1), 'hex') for bytes) $$;

    insert into agency (id, name, system)
      select public.bench_id('agency', n), 'Agency ' || n, 'child-welfare' from generate_series(0, 19) n;
    insert into node_agency (node_id, agency_id) select node.id, agency.id from node, agency;
    insert into staff (id, agency_id, name, title, started_at)
      select public.bench_id('staff', n), public.bench_id('agency', n % 20), 'Worker ' || n, 'Worker', now() - interval '1 year'
      from generate_series(0, 399) n;

    create temporary table made as
      select n, public.bench_id('case', n) as case_id, public.bench_id('agency', n % 20) as owner,
        public.bench_id('agency', (n + 7) % 20) as other,
        -- a worker of the owner for even cases, of a third agency for odd ones
        public.bench_id('staff', case when n % 2 = 0 then n % 20 else (n + 3) % 20 end + 20 * (n / 20 % 20)) as reader,
        now() - make_interval(mins => n) as opened_at
      from generate_series(0, ${cases - 1}) n;
    insert into young_person (id) select case_id from made;
    insert into case_file (id, young_person_id, lead_agency, code_name, opened_at)
      select case_id, case_id, owner, 'Case ' || n, opened_at from made;
    insert into assignment (case_id, staff_id, kind, valid_from)
      select case_id, reader, 'assigned', now() - interval '1 day' from made where n % 2 = 0;

    insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind, basis_id,
      see_mask, know_mask, valid_from, valid_to, opened_at)
    select case_id, o, 'agency', o, purpose, 'own_custody', o, 255, 255, now() - interval '1 day', 'infinity', opened_at
      from made, generate_series(1, 4) purpose, unnest(array[owner, other]) o
    union all
    select case_id, owner, 'staff', reader, 1, 'consent', public.bench_id('grant', n), 255, 255,
      now() - interval '1 day', now() + interval '90 days', opened_at from made where n % 2 = 1
    union all
    select case_id, owner, 'staff', public.bench_id('staff', (n + 11 * g) % 400), 1, 'consent',
      public.bench_id('grant', n * 10 + g + 1000000), 8, 8, now() - interval '1 day', now() + interval '90 days', opened_at
      from made, generate_series(1, 6) g;

    insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by, occurred_at)
    select case_id, public.bench_id('item', n::bigint * 20 + i), 'note', case when i < 14 then owner else other end, 1 << (i % 4),
      reader, opened_at + make_interval(secs => i) from made, generate_series(0, 19) i;
    insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version, occurred_at, sealed)
    select i.case_id, i.id, 1, i.owner_agency, i.category_mask, 1, i.occurred_at, pg_temp.noise(m.n, 320)
      from case_item i join made m using (case_id);
    insert into key_wrap (id, case_id, owner_agency, category_mask, key_version, holder_id, holder_epoch, basis_id,
      ends_at, wrapped)
    select public.bench_id('wrap', n * 4 + b), case_id, owner, 1 << b, 1, s.agency_id, 1, case_id, 'infinity',
      pg_temp.noise(n, 61)
      from made join staff s on s.id = made.reader, generate_series(0, 3) b;
    set session_replication_role = origin;
  `);
  await sql.unsafe('vacuum analyze');
}

export interface Opening {
  caseId: string;
  staffId: string;
  agencyId: string;
}

/** Who opens which case, spread over the whole table. */
export async function listOpenings(sql: Sql, cases: number, count: number): Promise<Opening[]> {
  const step = Math.max(1, Math.floor(cases / count) | 1);
  const numbers = Array.from({ length: count }, (_, i) => (i * step) % cases);
  return sql<Opening[]>`
    select f.id as "caseId", s.id as "staffId", s.agency_id as "agencyId"
    from unnest(${numbers}::int[]) n
    join case_file f on f.id = public.bench_id('case', n)
    join staff s on s.id = 
      public.bench_id('staff', case when n % 2 = 0 then n % 20 else (n + 3) % 20 end + 20 * (n / 20 % 20))`;
}

/** Takes the floor away: every policy lets everything through, and what it would have hidden is not there. */
export async function removeFloor(sql: Sql): Promise<void> {
  await sql.unsafe(`
    set session_replication_role = replica;
    delete from case_item_body b using case_file f where f.id = b.case_id and f.lead_agency <> b.owner_agency;
    delete from case_item i using case_file f where f.id = i.case_id and f.lead_agency <> i.owner_agency;
    set session_replication_role = origin;
    do $$
    declare p record;
    begin
      for p in select * from pg_policies where schemaname = 'accord' and 'accord_runtime' = any (roles) loop
        execute format('drop policy %I on accord.%I', p.policyname, p.tablename);
      end loop;
      for p in select c.relname from pg_class c where c.relnamespace = 'accord'::regnamespace and c.relkind = 'r' loop
        execute format('create policy all_of_it on accord.%I to accord_runtime using (true) with check (true)', p.relname);
      end loop;
    end $$;
  `);
  await sql.unsafe('vacuum full analyze');
}
