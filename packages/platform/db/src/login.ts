import postgres from 'postgres';

/**
 * Refuses a runtime login that could look past the floor, and one that could not work at all. Throws an Error with
 * one sentence for the operator: what is wrong, and the way out.
 */
export async function assertModestLogin(url: string): Promise<void> {
  await on(url, async (sql) => {
    const [row] = await sql<{ name: string; isPrepared: boolean }[]>`
      select current_user as name, exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'accord' and c.relname = 'case_item'
      ) as "isPrepared"`;
    if (!row?.isPrepared) {
      throw new Error(
        'This database has no Accord tables yet. Start once with DATABASE_OWNER_URL too: a login that may create roles.',
      );
    }
    await assertModest(sql, row.name);
    const [member] = await sql<{ ok: boolean }[]>`select pg_has_role('accord_runtime', 'usage') as ok`;
    if (!member?.ok) {
      throw new Error(
        `The login "${row.name}" of DATABASE_URL may not use Accord yet. Start once with DATABASE_OWNER_URL too.`,
      );
    }
  });
}

/**
 * Lets a login that a county chose run the product. One that is there keeps its password and its attributes, and is
 * refused like above; one that is not is made.
 */
export async function admitLogin(ownerUrl: string, loginUrl: string): Promise<void> {
  const { username, password } = new URL(loginUrl);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  await on(ownerUrl, async (sql) => {
    const [found] = await sql`select from pg_roles where rolname = ${name}`;
    if (found) await assertModest(sql, name);
    const [quoted] = await sql<{ name: string; secret: string }[]>`
      select quote_ident(${name}) as name, quote_literal(${secret}) as secret`;
    if (!quoted) return;
    if (!found)
      await sql.unsafe(`create role ${quoted.name} login nosuperuser nobypassrls password ${quoted.secret}`);
    await sql.unsafe(`grant accord_runtime to ${quoted.name}`);
  });
}

/** Row policies hold back neither a superuser, nor a role that bypasses them or can make itself one, nor an owner. */
async function assertModest(sql: postgres.Sql, name: string): Promise<void> {
  const [row] = await sql<{ mighty: boolean; owns: boolean }[]>`
    select
      exists (
        select from pg_roles r where pg_has_role(${name}, r.oid, 'member')
          and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication or r.rolname = 'accord_floor')
      ) as mighty,
      exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'accord' and pg_has_role(${name}, c.relowner, 'member')
      ) as owns`;
  if (row && !row.mighty && !row.owns) return;
  const why = row?.mighty ? 'is a superuser, or may become one' : 'owns tables of Accord';
  throw new Error(
    `The login "${name}" of DATABASE_URL ${why}, so that no row policy would hold it back. ` +
      'Name a plain login there, and this one in DATABASE_OWNER_URL.',
  );
}

async function on(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
