import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { createEmptyDatabase, createTestDatabase } from './database.ts';

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(question);
    return row?.['answer'];
  } finally {
    await sql.end();
  }
}

const database = await createTestDatabase();
afterAll(() => database[Symbol.asyncDispose]());

test('a test database is migrated, and a second one knows nothing of the first', async () => {
  await ask(database.ownerUrl, 'create table mine (x integer)');
  await using other = await createTestDatabase();
  expect(await ask(other.ownerUrl, "select to_regclass('mine') as answer")).toBeNull();
  expect(await ask(other.ownerUrl, "select to_regclass('accord.schema_migration')::text as answer")).toBe(
    'accord.schema_migration',
  );
});

test('the runtime login owns nothing and no row policy spares it', async () => {
  const question =
    'select rolsuper or rolbypassrls or rolcreaterole as answer from pg_roles where rolname = current_user';
  expect(await ask(database.runtimeUrl, question)).toBe(false);
  expect(await ask(database.runtimeUrl, "select pg_has_role('accord_runtime', 'member') as answer")).toBe(
    true,
  );
  const owned = 'select count(*)::int as answer from pg_class where relowner = current_user::regrole';
  expect(await ask(database.runtimeUrl, owned)).toBe(0);
});

test('the listening login hears and reads nothing', async () => {
  expect(await ask(database.listenUrl, "select pg_has_role('accord_listen', 'member') as answer")).toBe(true);
  await expect(ask(database.listenUrl, 'select 1 from accord.case_item')).rejects.toThrow(
    'permission denied',
  );
});

test('a database that is disposed of is gone', async () => {
  const gone = await createEmptyDatabase();
  await gone[Symbol.asyncDispose]();
  const question = `select count(*)::int as answer from pg_database where datname = '${gone.name}'`;
  expect(await ask(database.ownerUrl, question)).toBe(0);
});
