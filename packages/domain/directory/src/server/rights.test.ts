import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALDER_COUNTY } from '../testing/index.ts';
import { type DirectoryWorld, directoryWorld } from './directory.testing.ts';
import { importDirectory } from './import-directory.ts';

let world: DirectoryWorld;
let folder: string;
beforeAll(async () => {
  world = await directoryWorld();
  folder = await world.folderOf(ALDER_COUNTY);
  await world.asDirectory((tx) => importDirectory(tx, folder));
});
afterAll(() => world[Symbol.asyncDispose]());

test('staff read the directory', async () => {
  expect(await world.asStaff((tx) => tx`select from accord.directory_service`)).toHaveLength(17);
});

test('staff cannot import', async () => {
  const attempt = world.asStaff((tx) => importDirectory(tx, folder, { source: 'theirs' }));
  await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  "update accord.directory_service set name = 'Mine now'",
  'update accord.directory_organization set placeholder = true',
  'delete from accord.directory_location',
  'delete from accord.directory_phone',
])('staff change no row: %s', async (statement) => {
  const result = await world.asStaff((tx) => tx.unsafe(statement));
  expect(result.count).toBe(0);
});

test.each(['delete from accord.directory_service', 'truncate accord.directory_phone'])(
  'nobody that the product runs as may: %s',
  async (statement) => {
    await expect(world.asDirectory((tx) => tx.unsafe(statement))).rejects.toMatchObject({ code: 'INTERNAL' });
  },
);

test('every table of the directory has row policies that hold its owner too', async () => {
  const tables = await world.look<{ relname: string; held: boolean }>(
    `select relname, relrowsecurity and relforcerowsecurity as held from pg_class
     where relnamespace = 'accord'::regnamespace and relkind = 'r' and relname like 'directory%'`,
  );
  expect(tables).toHaveLength(7);
  expect(tables.filter(({ held }) => !held)).toEqual([]);
});
