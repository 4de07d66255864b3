import type { Sql } from 'postgres';

/** Everything of schema accord that a migration or a routine makes, by name: two databases alike have equal shapes. */
export async function shapeOf(sql: Sql): Promise<Record<string, string>> {
  const rows = await sql<{ name: string; shape: string }[]>`
    with own as (select 'accord'::regnamespace as schema)
    select 'table ' || c.relname as name,
      concat_ws(' ', c.relkind, c.relrowsecurity, c.relforcerowsecurity, array(select x::text from unnest(c.relacl) x order by 1)) as shape
      from pg_class c, own where c.relnamespace = own.schema and c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select concat('column ', c.relname, '.', a.attname),
      concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
        array(select x::text from unnest(a.attacl) x order by 1))
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum, own
      where c.relnamespace = own.schema and c.relkind in ('r', 'p', 'c') and a.attnum > 0 and not a.attisdropped
    union all
    select concat('constraint ', n.conrelid::regclass, '.', n.conname), pg_get_constraintdef(n.oid)
      from pg_constraint n, own where n.connamespace = own.schema
    union all
    select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'accord'
    union all
    select concat('policy ', tablename, '.', policyname), concat_ws(' | ', permissive, roles::text, cmd, qual, with_check)
      from pg_policies where schemaname = 'accord'
    union all
    select concat('trigger ', t.tgrelid::regclass, '.', t.tgname), pg_get_triggerdef(t.oid)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid, own where c.relnamespace = own.schema and not t.tgisinternal
    union all
    select 'function ' || p.oid::regprocedure, concat_ws(' ', pg_get_functiondef(p.oid), pg_get_userbyid(p.proowner),
        array(select x::text from unnest(p.proacl) x order by 1))
      from pg_proc p, own where p.pronamespace = own.schema`;
  return Object.fromEntries(rows.map(({ name, shape }) => [name, shape]));
}
