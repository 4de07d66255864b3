import { CATALOGUE } from '@accord/api/catalogue';
import { CATEGORIES } from '@accord/consent';
import { writeCatalogue } from '@accord/db';
import { PURPOSES } from '@accord/kernel';
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { CHECKS } from './catalogue/faults.ts';
import { callable, NAMES_SOMEBODY, namingSomebody } from './catalogue/functions.ts';

let network: Network;
beforeAll(async () => {
  network = await Network.start();
});
afterAll(() => network.close());

/** Runs the checks on a change that is then undone. */
async function faultsAfter(change: string): Promise<string[]> {
  const undo = new Error('undone');
  let found: string[] = [];
  const run = network.owner((sql) =>
    sql.begin(async (tx) => {
      await tx.unsafe(change);
      for (const check of CHECKS) found = [...found, ...(await check.faults(tx as unknown as postgres.Sql))];
      throw undo;
    }),
  );
  await expect(run).rejects.toBe(undo);
  return found;
}

describe('the floor stands', () => {
  test.each(CHECKS)('$name', async ({ faults }) => {
    expect(await network.owner(faults)).toEqual([]);
  });
});

describe('what weakens the floor is reported', () => {
  test.each([
    [
      'a table without policies',
      'create table accord.bare (id uuid)',
      'bare: row-level security is not forced',
    ],
    ['a table without a policy', 'create table accord.bare (id uuid)', 'bare: no policy'],
    [
      'a table that is not forced',
      'alter table accord.case_item no force row level security',
      'case_item: row-level security is not forced',
    ],
    [
      'a policy for everybody',
      'create policy p on accord.case_item using (false)',
      'case_item.p: for public',
    ],
    [
      'an open policy',
      'create policy p on accord.case_item for select to accord_runtime using (true)',
      'case_item.p: open to every reader',
    ],
    ['a right to delete', 'grant delete on accord.case_item to accord_runtime', 'case_item: may delete'],
    [
      'a right to change the ledger',
      'grant update (digest) on accord.ledger_entry to accord_runtime',
      'ledger_entry: may update',
    ],
    [
      'a right to write any column',
      'grant insert on accord.case_item to accord_runtime',
      'case_item: may insert any column',
    ],
    [
      'a right to write the projection',
      'grant insert (see_mask) on accord.effective_access to accord_runtime',
      'effective_access: may insert',
    ],
    ['a right through everybody', 'grant select on accord.session to public', 'session: may select'],
    [
      'a table of the runtime role',
      'alter table accord.referral owner to accord_runtime',
      'accord_runtime: owns referral',
    ],
    [
      'a role that bypasses',
      'alter role accord_runtime bypassrls',
      'accord_runtime: superuser, bypasses policies, or makes roles and databases',
    ],
    [
      'a role within the floor',
      'grant accord_floor to accord_runtime',
      'accord_runtime: a member of accord_floor',
    ],
    [
      'a definer function of another owner',
      `create function accord.f() returns int language sql security definer as 'select 1'`,
      'f(): of ',
    ],
    [
      'a function without a path',
      `create function accord.f() returns int language sql as 'select 1'`,
      'f(): search_path not pinned',
    ],
    [
      'a function for everybody',
      `create function accord.f() returns int language sql as 'select 1'`,
      'f(): open to everybody',
    ],
    [
      'a view that reads as its owner',
      'create view accord.v as select * from accord.case_item',
      'v: a view without security_invoker',
    ],
    [
      'a listener that may read',
      'grant select (id) on accord.case_file to accord_listen',
      'case_file: may read',
    ],
  ])('%s', async (_, change, fault) => {
    expect((await faultsAfter(change)).join('\n')).toContain(fault);
  });
});

test('the runtime role can call exactly the functions on the list', async () => {
  const listed = readFileSync(new URL('./catalogue/functions.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(await network.owner(callable)).toEqual(listed);
});

test('no function that it can call takes the reader from an argument', async () => {
  expect(await network.owner(namingSomebody)).toEqual(Object.keys(NAMES_SOMEBODY).sort());
});

test('the kinds of data and the purposes are those of the contract', async () => {
  const kinds = await network.owner(
    (sql) => sql`select code, bit::int,
    case when existence_known then 'known' else 'quiet' end as existence,
    case when consentable then 'yes' else 'never' end as consent from category order by bit`,
  );
  expect([...kinds]).toEqual(CATEGORIES);
  const purposes = await network.owner(
    (sql) => sql<{ code: string; id: number }[]>`select code, id from purpose`,
  );
  expect(Object.fromEntries(purposes.map(({ code, id }) => [code, id]))).toEqual(PURPOSES);
});

test('a bit is never given to another kind of data', async () => {
  const reused = {
    ...CATALOGUE,
    categories: CATALOGUE.categories.map((each) => (each.bit === 3 ? { ...each, code: 'gossip' } : each)),
  };
  await expect(network.owner((sql) => writeCatalogue(sql, reused))).rejects.toThrow('bit 3 is taken');
});

test('whoever logs in to listen can read nothing', async () => {
  const listener = postgres(network.storage.listenUrl, { max: 1, onnotice: () => {} });
  const tables = await network.owner(
    (sql) => sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'accord'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    await expect(listener.unsafe(`select * from accord."${name}"`)).rejects.toThrow(
      'permission denied for schema accord',
    );
  }
  await expect(listener.unsafe('select accord.openings()')).rejects.toThrow('permission denied');
  await listener.end();
});
