import type { Sql } from 'postgres';

/** Each check reads pg_catalog and answers one line per fault; none is what must come out. */
export interface Check {
  name: string;
  faults: (sql: Sql) => Promise<string[]>;
}

/** Tables without case data, which the runtime role cannot even name. */
const WITHOUT_POLICIES: Record<string, string> = {
  schema_migration: 'the list of migrations that ran; no role of the product has any right on it',
};

/** What everyone signed in, or anyone at all, may read whole. */
const READ_WHOLE: Record<string, string> = {
  category: 'the catalogue of kinds of data',
  purpose: 'the list of purposes',
  policy_bundle: 'what each state says: law, signed, and about nobody',
  agency_key: 'public halves of keys',
  directory_organization: 'a public directory',
  directory_service: 'a public directory',
  directory_location: 'a public directory',
  directory_phone: 'a public directory',
  directory_postal_address: 'a public directory',
  directory_regular_schedule: 'a public directory',
  directory_agency: 'a public directory: which agency runs what it lists',
};

/** An import replaces rows of the public directory that came without ids. */
const DELETED_BY_IMPORT = [
  'directory_location',
  'directory_phone',
  'directory_postal_address',
  'directory_regular_schedule',
];

const TABLES = `pg_class c where c.relnamespace = 'accord'::regnamespace and c.relkind in ('r', 'p')`;

async function lines(sql: Sql, query: string): Promise<string[]> {
  return (await sql.unsafe<{ line: string }[]>(query)).map(({ line }) => line);
}

export const CHECKS: readonly Check[] = [
  {
    name: 'every table has row-level security, forced, and policies',
    faults: async (sql) => {
      const all = await sql.unsafe<{ table: string; forced: boolean; policies: string }[]>(
        `select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
          (select count(*) from pg_policy p where p.polrelid = c.oid) as policies from ${TABLES}`,
      );
      return all
        .filter(({ table }) => WITHOUT_POLICIES[table] === undefined)
        .flatMap(({ table, forced, policies }) => [
          ...(forced ? [] : [`${table}: row-level security is not forced`]),
          ...(Number(policies) > 0 ? [] : [`${table}: no policy`]),
        ]);
    },
  },
  {
    name: 'no policy is for everybody, and none of the runtime role is open but on public lists',
    faults: async (sql) => {
      const all = await sql<
        { table: string; policy: string; roles: string[]; qual: string | null; check: string | null }[]
      >`
        select tablename as table, policyname as policy, roles::text[], qual, with_check as check
        from pg_policies where schemaname = 'accord'`;
      return all.flatMap(({ table, policy, roles, qual, check }) => [
        ...roles
          .filter((role) => !['accord_runtime', 'accord_advisor', 'accord_floor'].includes(role))
          .map((role) => `${table}.${policy}: for ${role}`),
        ...(!roles.includes('accord_floor') && qual === 'true' && READ_WHOLE[table] === undefined
          ? [`${table}.${policy}: open to every reader`]
          : []),
        ...(!roles.includes('accord_floor') && check === 'true'
          ? [`${table}.${policy}: open to every writer`]
          : []),
      ]);
    },
  },
  {
    name: 'the roles that the product runs as own nothing and bypass nothing',
    faults: (sql) =>
      lines(
        sql,
        `
        with ours as (select * from pg_roles r where r.rolname in ('accord_runtime', 'accord_listen', 'accord_floor', 'accord_advisor')
          or exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid
            where m.member = r.oid and g.rolname in ('accord_runtime', 'accord_listen')))
        select rolname || ': superuser, bypasses policies, or makes roles and databases' as line from ours
          where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
        union all
        select ours.rolname || ': owns ' || c.relname from ours join pg_class c on c.relowner = ours.oid
        union all
        select ours.rolname || ': owns function ' || p.proname from ours join pg_proc p on p.proowner = ours.oid
          where ours.rolname <> 'accord_floor'
        union all
        select 'accord_floor can log in' from ours where rolname = 'accord_floor' and rolcanlogin
        union all
        select ours.rolname || ': a member of ' || g.rolname from ours
          join pg_auth_members m on m.member = ours.oid join pg_roles g on g.oid = m.roleid
          where g.rolname not in ('accord_runtime', 'accord_listen', 'accord_advisor')
        union all
        select rolname || ': may create in schema ' || n.nspname from ours, pg_namespace n
          where n.nspname in ('accord', 'public') and rolname <> 'accord_floor'
            and has_schema_privilege(ours.oid, n.oid, 'create')`,
      ),
  },
  {
    name: 'the runtime role deletes and truncates nothing, and never changes the ledger',
    faults: (sql) =>
      lines(
        sql,
        `
        select c.relname || ': may ' || deed as line from ${TABLES.replace(' where', `, unnest(array['delete', 'truncate', 'trigger', 'references']) deed where`)}
          and has_table_privilege('accord_runtime', c.oid, deed)
          and not (deed = 'delete' and c.relname in (${DELETED_BY_IMPORT.map((name) => `'${name}'`).join(', ')}))
        union all
        select c.relname || ': may update' from ${TABLES} and c.relname like 'ledger%'
          and has_any_column_privilege('accord_runtime', c.oid, 'update')`,
      ),
  },
  {
    name: 'what the runtime role writes, it may write by named columns only',
    faults: (sql) =>
      lines(
        sql,
        `
        select c.relname || ': may ' || deed || ' any column' as line
        from ${TABLES.replace(' where', `, unnest(array['insert', 'update']) deed where`)}
          and has_table_privilege('accord_runtime', c.oid, deed)`,
      ),
  },
  {
    name: 'the runtime role reaches neither who may see what, nor sign-in, nor the keys of nodes',
    faults: (sql) =>
      lines(
        sql,
        `
        select t || ': may ' || deed as line
        from unnest(array['session', 'account', 'node', 'node_agency', 'topic_key', 'rate_bucket', 'young_person',
          'effective_access', 'access_denial', 'schema_migration', 'advisor', 'young_fact', 'past_fact']) t,
          unnest(array['select', 'insert', 'update']) deed
        where has_any_column_privilege('accord_runtime', 'accord.' || t, deed)`,
      ),
  },
  {
    name: 'every function pins where it looks for names, and a definer function belongs to the floor',
    faults: (sql) =>
      lines(
        sql,
        `
        select p.oid::regprocedure || ': of ' || pg_get_userbyid(p.proowner) as line from pg_proc p
          where p.pronamespace = 'accord'::regnamespace and p.prosecdef and p.proowner <> 'accord_floor'::regrole
        union all
        select p.oid::regprocedure || ': search_path not pinned' from pg_proc p
          where p.pronamespace = 'accord'::regnamespace
            and not coalesce('search_path=accord, pg_temp' = any (p.proconfig), false)
        union all
        select p.oid::regprocedure || ': open to everybody' from pg_proc p
          where p.pronamespace = 'accord'::regnamespace
            and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,
      ),
  },
  {
    name: 'there is no view that reads as its owner',
    faults: (sql) =>
      lines(
        sql,
        `
        select c.relname || ': a view without security_invoker' as line from pg_class c
        where c.relnamespace = 'accord'::regnamespace and (c.relkind = 'm' or (c.relkind = 'v'
          and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)))`,
      ),
  },
  {
    name: 'whoever listens has no right on anything',
    faults: (sql) =>
      lines(
        sql,
        `
        select 'may use the schema' as line where has_schema_privilege('accord_listen', 'accord', 'usage')
        union all
        select c.relname || ': may read' from ${TABLES} and has_any_column_privilege('accord_listen', c.oid, 'select')
        union all
        select p.oid::regprocedure || ': may call' from pg_proc p
          where p.pronamespace = 'accord'::regnamespace and has_function_privilege('accord_listen', p.oid, 'execute')`,
      ),
  },
];
