import { migrate, migrateDown } from '@accord/db/migrate';
import { createEmptyDatabase, type TestDatabase } from '@accord/testing';
import { readdirSync } from 'node:fs';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { shapeOf } from './catalogue/shape.ts';

let database: TestDatabase;
let sql: postgres.Sql;

beforeEach(async () => {
  database = await createEmptyDatabase();
  sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

/** Migrates and answers what it said it did. */
async function up(): Promise<string[]> {
  const said: string[] = [];
  await migrate({ ownerUrl: database.ownerUrl, log: (line) => said.push(line) });
  return said;
}

const files = readdirSync(new URL('../../packages/platform/db/migrations/', import.meta.url));
const ups = files.filter((name) => !name.endsWith('.down.sql')).sort();

test('every migration has a way down, and numbers run without a gap', () => {
  expect(files.filter((name) => name.endsWith('.down.sql')).sort()).toEqual(
    ups.map((name) => name.replace('.sql', '.down.sql')),
  );
  expect(ups.map((name) => Number(name.slice(0, 4)))).toEqual(ups.map((_, index) => index + 1));
});

test('up, down and up again leaves the same catalogue', async () => {
  expect((await up()).filter((line) => line.startsWith('migration'))).toEqual(
    ups.map((name) => `migration ${name}`),
  );
  const first = await shapeOf(sql);
  await migrateDown({ ownerUrl: database.ownerUrl });
  expect(Object.keys(await shapeOf(sql)).filter((name) => !name.includes('schema_migration'))).toEqual([]);
  expect(await sql`select from accord.schema_migration`).toHaveLength(0);
  await up();
  expect(await shapeOf(sql)).toEqual(first);
});

test('a database with a case in it goes down and up too', async () => {
  const network = await Network.start();
  const dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  await network.openCase(dana, 'Robin');
  const { ownerUrl } = network.storage;
  const before = await network.owner(shapeOf);
  await migrateDown({ ownerUrl });
  await migrate({ ownerUrl });
  expect(await network.owner(shapeOf)).toEqual(before);
  await network.close();
});

test('migrating what is migrated does nothing', async () => {
  await up();
  expect(await up()).toEqual([]);
});

test('several that start at once on one database all succeed, and each file runs once', async () => {
  const said = (await Promise.all([up(), up(), up()])).flat();
  expect(said.filter((line) => line.startsWith('migration')).sort()).toEqual(
    ups.map((name) => `migration ${name}`),
  );
});

test('several databases of one cluster can be migrated at once', async () => {
  const others = await Promise.all([1, 2, 3].map(() => createEmptyDatabase()));
  await expect(
    Promise.all([database, ...others].map(({ ownerUrl }) => migrate({ ownerUrl }))),
  ).resolves.toHaveLength(4);
  await Promise.all(others.map((other) => other[Symbol.asyncDispose]()));
});

describe('history is not rewritten', () => {
  test('a file that was changed after it ran is an error that names it', async () => {
    await up();
    await sql`update accord.schema_migration set checksum = 'other' where number = 3`;
    await expect(up()).rejects.toThrow(`${ups[2]} was changed after it ran`);
  });

  test('a number lower than one that ran is an error that names it', async () => {
    await up();
    await sql`delete from accord.schema_migration where number = 3`;
    await expect(up()).rejects.toThrow(`${ups[2]} is numbered below ${ups.length}`);
  });
});

describe('routines run again when one of them changed', () => {
  const asIfChanged = () => sql`update accord.schema_migration set checksum = 'other' where number = 0`;

  test('and give back what was lost', async () => {
    await up();
    const good = await shapeOf(sql);
    await sql.unsafe(`drop policy known on accord.case_item; alter table accord.case_item no force row level security;
      revoke select on accord.case_file from accord_runtime; drop trigger tell_change on accord.case_item`);
    expect(await up()).toEqual([]);
    await asIfChanged();
    expect(await up()).toEqual([expect.stringContaining('routines')]);
    expect(await shapeOf(sql)).toEqual(good);
  });

  test('and take away what no file gives any more', async () => {
    await up();
    const good = await shapeOf(sql);
    await sql.unsafe(`create policy of_old on accord.case_item for select to accord_runtime using (true);
      grant delete, update on accord.case_item to accord_runtime;
      grant update (digest) on accord.ledger_entry to accord_runtime;
      grant execute on function accord.take_custody(uuid, uuid, smallint[]) to accord_runtime, public`);
    await asIfChanged();
    await up();
    expect(await shapeOf(sql)).toEqual(good);
  });
});
