import { ServiceId } from '@accord/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ALDER_COUNTY } from '../testing/index.ts';
import { type DirectoryWorld, directoryWorld } from './directory.testing.ts';
import { findService } from './find-service.ts';
import { importDirectory } from './import-directory.ts';
import type { ImportReport } from './report.ts';
import { searchServices } from './search-services.ts';

let world: DirectoryWorld;
beforeEach(async () => {
  world = await directoryWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const TABLES = ['organization', 'service', 'location', 'phone', 'postal_address', 'regular_schedule'];

/** Which transaction wrote each row: any write, even of the same values, changes it. */
const versions = () =>
  world.look<{ id: string; xmin: string }>(
    TABLES.map((table) => `select id, xmin::text from directory_${table}`).join(' union all ') +
      ' order by id',
  );

async function importTables(tables: Record<string, string>): Promise<ImportReport> {
  const folder = await world.folderOf(tables);
  return await world.asDirectory((tx) => importDirectory(tx, folder));
}

const figures = (report: ImportReport) =>
  Object.fromEntries(
    report.files.map(({ file, created, updated, skipped, removed, bad }) => [
      file.replace('.csv', ''),
      [created, updated, skipped, removed, bad],
    ]),
  );

const edited = (file: string, from: string, to: string) => {
  const text = ALDER_COUNTY[file] ?? '';
  expect(text).toContain(from);
  return { ...ALDER_COUNTY, [file]: text.replace(from, to) };
};

const without = (...files: string[]) =>
  Object.fromEntries(Object.entries(ALDER_COUNTY).filter(([file]) => !files.includes(file)));

async function findByName(name: string) {
  const [row] = await world.look<{ id: string }>(`select id from directory_service where name = '${name}'`);
  const id = ServiceId.parse(row?.id);
  return await world.asStaff((tx) => findService(tx, id));
}

test('the first import creates every row and reports none as bad', async () => {
  const report = await importTables(ALDER_COUNTY);
  expect(figures(report)).toEqual({
    organizations: [9, 0, 0, 0, 0],
    services: [17, 0, 0, 0, 0],
    locations: [7, 0, 0, 0, 0],
    phones: [12, 0, 0, 0, 0],
    postal_addresses: [4, 0, 0, 0, 0],
    regular_schedules: [27, 0, 0, 0, 0],
  });
  expect(report).toMatchObject({ source: 'alder', badRows: [], placeholders: 0 });
  expect(await world.look('select count(*)::int as n from directory_service')).toEqual([{ n: 17 }]);
});

test('a service shows its own numbers and hours, and those of its organisation where it has none', async () => {
  await importTables(ALDER_COUNTY);
  expect(await findByName('Teen counseling')).toMatchObject({
    organization: { name: 'Open Door Health', placeholder: false },
    availability: 'listed',
    phones: ['(555) 555-0130 ext. 2'],
    hours: ['Monday to Friday, 8:00 am to 6:00 pm'],
  });
  expect(await findByName('Teen health clinic')).toMatchObject({
    phones: ['(555) 555-0130'],
    hours: ['Monday to Friday, 3:00 pm to 6:00 pm'],
  });
});

test('the same folder again writes nothing at all', async () => {
  await importTables(ALDER_COUNTY);
  const before = await versions();
  const report = await importTables(ALDER_COUNTY);
  expect(figures(report)).toEqual({
    organizations: [0, 0, 9, 0, 0],
    services: [0, 0, 17, 0, 0],
    locations: [0, 0, 7, 0, 0],
    phones: [0, 0, 12, 0, 0],
    postal_addresses: [0, 0, 4, 0, 0],
    regular_schedules: [0, 0, 27, 0, 0],
  });
  expect(before).toHaveLength(76);
  expect(await versions()).toEqual(before);
});

test('a changed row is updated, keeps its id, and is found under its new words only', async () => {
  await importTables(ALDER_COUNTY);
  const old = await findByName('First keys');
  const report = await importTables(edited('services.csv', 'First keys', 'Own front door'));
  expect(figures(report)['services']).toEqual([0, 1, 16, 0, 0]);
  expect((await findByName('Own front door'))?.serviceId).toBe(old?.serviceId);
  const find = (text: string) => world.asStaff((tx) => searchServices(tx, { text, page: 1 }));
  expect((await find('front door')).services.map(({ name }) => name)).toContain('Own front door');
  expect((await find('first keys')).total).toBe(0);
});

test('rows without ids are replaced as a set of their parent, and other sets are left alone', async () => {
  await importTables(ALDER_COUNTY);
  const report = await importTables(edited('regular_schedules.csv', ',,porch,Sunday,,\n', ''));
  expect(figures(report)['regular_schedules']).toEqual([0, 2, 24, 1, 0]);
  expect((await findByName('Porch drop-in'))?.hours).toEqual([
    'Thursday, 4:00 pm to 9:00 pm',
    'Friday, 4:00 pm to 10:00 pm',
  ]);
});

describe('an organisation that is not there', () => {
  test('is a flagged placeholder until the real one arrives in its place', async () => {
    const report = await importTables(edited('organizations.csv', 'two-rivers,', 'three-rivers,'));
    expect(report.placeholders).toBe(1);
    expect(report.badRows).toContainEqual({
      file: 'services.csv',
      line: 8,
      column: 'organization_id',
      reason: 'organizations.csv describes no organization two-rivers',
      expected: 'the id of an organization; a placeholder stands in until it arrives',
      kept: true,
    });
    const before = await findByName('Big sibling match');
    expect(before?.organization).toEqual({
      name: 'Organization two-rivers',
      placeholder: true,
      agency: null,
    });

    const second = await importTables(ALDER_COUNTY);
    expect(second.placeholders).toBe(0);
    const after = await findByName('Big sibling match');
    expect(after).toEqual({
      ...before,
      organization: { name: 'Two Rivers Youth Circle', placeholder: false, agency: null },
    });
    expect(figures(second)['services']).toEqual([0, 0, 17, 0, 0]);
  });

  test('writes nothing again while it stays a placeholder', async () => {
    const tables = edited('organizations.csv', 'two-rivers,', 'three-rivers,');
    await importTables(tables);
    const before = await versions();
    await importTables(tables);
    expect(await versions()).toEqual(before);
  });

  test('keeps its last known name when the source stops describing it', async () => {
    await importTables(ALDER_COUNTY);
    await importTables(edited('organizations.csv', 'two-rivers,', 'three-rivers,'));
    expect((await findByName('Big sibling match'))?.organization).toEqual({
      name: 'Two Rivers Youth Circle',
      placeholder: true,
      agency: null,
    });
  });
});

describe('what vanished from the source', () => {
  const gone = () =>
    edited('services.csv', '1,alder-house,Alder House short stay', '101,alder-house,Alder House stay');

  test('a service is withdrawn: no search finds it, a referral still does, and it can come back', async () => {
    await importTables(ALDER_COUNTY);
    const before = await findByName('Alder House short stay');
    const report = await importTables(gone());
    expect(figures(report)['services']).toEqual([1, 0, 16, 1, 0]);
    expect(await findByName('Alder House short stay')).toMatchObject({
      serviceId: before?.serviceId,
      availability: 'withdrawn',
    });
    const found = await world.asStaff((tx) => searchServices(tx, { text: 'short', page: 1 }));
    expect(found.total).toBe(0);

    const versionsThen = await versions();
    await importTables(gone());
    expect(await versions()).toEqual(versionsThen);

    await importTables(ALDER_COUNTY);
    expect(await findByName('Alder House short stay')).toEqual(before);
  });

  test('a place is removed with its hours', async () => {
    await importTables(ALDER_COUNTY);
    const report = await importTables(edited('locations.csv', 'porch,rainbow-porch,The Porch,,\n', ''));
    expect(figures(report)).toMatchObject({
      locations: [0, 0, 6, 1, 0],
      regular_schedules: [0, 0, 24, 3, 3],
    });
    expect((await findByName('Porch drop-in'))?.hours).toEqual([]);
  });

  test('a row that is bad today keeps what was known of it', async () => {
    await importTables(ALDER_COUNTY);
    const before = await findByName('Porch drop-in');
    const report = await importTables(
      edited('services.csv', '12,rainbow-porch,Porch drop-in', '12,rainbow-porch,'),
    );
    expect(figures(report)['services']).toEqual([0, 0, 16, 0, 1]);
    expect(await findByName('Porch drop-in')).toEqual(before);
  });
});

test('a file that is absent is no fault and takes nothing away', async () => {
  await importTables(ALDER_COUNTY);
  const before = await versions();
  const report = await importTables(without('phones.csv', 'organizations.csv', 'locations.csv'));
  expect(report.files.filter((file) => !file.present).map((file) => file.file)).toEqual([
    'organizations.csv',
    'locations.csv',
    'phones.csv',
  ]);
  expect(report.badRows).toEqual([]);
  expect(await versions()).toEqual(before);
});

test('two sources may use the same ids', async () => {
  const folder = await world.folderOf(ALDER_COUNTY);
  await world.asDirectory((tx) => importDirectory(tx, folder, { source: 'one' }));
  const report = await world.asDirectory((tx) => importDirectory(tx, folder, { source: 'two' }));
  expect(figures(report)['services']).toEqual([17, 0, 0, 0, 0]);
  expect(
    await world.look('select count(*)::int as n from directory_service where withdrawn_at is null'),
  ).toEqual([{ n: 34 }]);
});
