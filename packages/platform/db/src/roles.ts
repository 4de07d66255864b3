import postgres from 'postgres';

/**
 * Roles belong to the cluster, so they are made idempotently and never dropped.
 *
 * accord_floor    owns the definer functions; nobody logs in as it
 * accord_runtime  what the product runs as: owns nothing, bypasses nothing
 * accord_listen   may connect and listen, and read nothing
 * accord_advisor  what a survivor advisor's transaction steps down to: it can name no table of a case
 */
export async function ensureRoles(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare r text;
    begin
      foreach r in array array['accord_floor', 'accord_runtime', 'accord_listen', 'accord_advisor'] loop
        begin
          execute format('create role %I nologin nosuperuser nobypassrls', r);
        exception when duplicate_object or unique_violation then null;
        end;
      end loop;
      if not pg_has_role('accord_runtime', 'accord_advisor', 'member') then
        begin
          grant accord_advisor to accord_runtime;
        exception when unique_violation or internal_error then null; -- another database of the cluster was faster
        end;
      end if;
    end $$;
    grant accord_floor to current_user;
    create schema if not exists accord;
    grant create on schema accord to accord_floor;
    create table if not exists accord.schema_migration (
      number integer primary key, name text not null, checksum text not null, ran_at timestamptz not null default now()
    );
  `);
}

/** A login that is a member of one of the group roles, with this password from now on. */
export async function ensureLogin(
  ownerUrl: string,
  name: string,
  password: string,
  group: string,
): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(20261122)`;
      const [found] = await tx`select from pg_roles where rolname = ${name}`;
      const [{ quoted } = { quoted: '' }] = await tx<
        { quoted: string }[]
      >`select quote_literal(${password}) as quoted`;
      const verb = found ? 'alter' : 'create';
      await tx.unsafe(`${verb} role "${name}" login nosuperuser nobypassrls password ${quoted}`);
      await tx.unsafe(`grant "${group}" to "${name}"`);
    });
  } finally {
    await sql.end();
  }
}
