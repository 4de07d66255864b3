import { AppError } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALDER_COUNTY, FAULTS, FAULTY_COUNTY } from '../testing/index.ts';
import { type DirectoryWorld, directoryWorld } from './directory.testing.ts';
import { importDirectory } from './import-directory.ts';
import type { ImportReport } from './report.ts';

let world: DirectoryWorld;
let report: ImportReport;
beforeAll(async () => {
  world = await directoryWorld();
  const folder = await world.folderOf(FAULTY_COUNTY);
  report = await world.asDirectory((tx) => importDirectory(tx, folder));
});
afterAll(() => world[Symbol.asyncDispose]());

test('every bad row is told with its file, line and column, and whether it was taken', () => {
  const told = report.badRows.map(
    ({ file, line, column, kept }) => `${file}:${line} ${column ?? '-'}${kept ? ' kept' : ''}`,
  );
  expect(told.toSorted()).toEqual([...FAULTS].toSorted());
});

test('every bad row says why and what would be right', () => {
  const find = (file: string, line: number) =>
    report.badRows.find((row) => row.file === file && row.line === line);
  expect(find('services.csv', 9)).toMatchObject({
    reason: 'has 13 cells under 9 columns',
    expected: '9 cells, a value with a comma in quotation marks',
  });
  expect(find('regular_schedules.csv', 4)).toMatchObject({
    reason: '04:00 is not after 10:00',
    expected: 'a later time on a 24-hour clock: 17:00 for 5 pm',
  });
  expect(find('phones.csv', 6)).toMatchObject({
    reason: '99 points nowhere',
    expected: 'an id that services.csv holds',
  });
  for (const { reason, expected } of report.badRows) expect(reason && expected).not.toBe('');
});

test('the figures of each file add up', () => {
  for (const { rows, created, updated, skipped, bad } of report.files) {
    expect(created + updated + skipped + bad).toBe(rows);
  }
});

test('good rows between bad ones are in, with their text mended and their faults left out', async () => {
  const services = await world.look(
    'select name, application_process, status from directory_service order by source_id',
  );
  expect(services).toEqual([
    { name: 'Porch drop-in', application_process: 'Call\n\nWalk-inNo appointment needed.', status: 'active' },
    { name: 'Teen health clinic', application_process: null, status: null },
    { name: 'Mentors of the valley', application_process: null, status: null },
    { name: 'Warm meals', application_process: null, status: null },
    { name: 'Summer camp', application_process: null, status: null },
  ]);
  expect(
    await world.look("select name, email, url from directory_organization where source_id = 'clinic'"),
  ).toEqual([{ name: 'Open Door "Teen" Health', email: null, url: null }]);
});

test('weekdays and times are told apart and written one way; a day without times is closed', async () => {
  const query =
    'select weekday, opens_at::text, closes_at::text from directory_regular_schedule order by weekday';
  expect(await world.look(query)).toEqual([
    { weekday: 1, opens_at: '09:00:00', closes_at: '17:00:00' },
    { weekday: 2, opens_at: '09:30:00', closes_at: '17:00:00' },
    { weekday: 4, opens_at: '20:00:00', closes_at: '08:00:00' },
    { weekday: 7, opens_at: null, closes_at: null },
  ]);
});

test('an address that runs together stays as published, with a flag', async () => {
  expect(
    await world.look(
      'select address_1, city, run_together from directory_postal_address order by position, id',
    ),
  ).toEqual([
    { address_1: '40 Orchard RoadSuite 6Alder Falls', city: null, run_together: true },
    { address_1: '7 Station Road', city: 'Alder Junction', run_together: false },
  ]);
});

test('two organisations are missing one place: one row stands for both services that name it', async () => {
  expect(report.placeholders).toBe(1);
  expect(await world.look('select name from directory_organization where placeholder')).toEqual([
    { name: 'Organization elsewhere' },
  ]);
});

async function refusalOf(tables: Record<string, string>) {
  const folder = await world.folderOf(tables);
  const failure: unknown = await world
    .asDirectory((tx) => importDirectory(tx, folder))
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  return failure as AppError;
}

test('a folder without services.csv is refused, and the file is named', async () => {
  const { 'services.csv': _services, ...others } = ALDER_COUNTY;
  const refusal = await refusalOf(others);
  expect(refusal.code).toBe('BAD_INPUT');
  expect(refusal.fields[0]).toMatchObject({ field: 'services.csv' });
  expect(refusal.fields[0]?.message).toMatch(/^There is no services\.csv in /);
});

test.each([
  ['only a header', 'id,organization_id,name\n', 'services.csv has no row that can be used.'],
  ['nothing', '', 'services.csv has no row that can be used. Line 1: the file is empty.'],
  [
    'other columns',
    'key,title\n1,Meals\n',
    'services.csv has no row that can be used. Line 1, id, organization_id, name: is not in the header.',
  ],
])('a services.csv with %s withdraws nothing', async (_, text, message) => {
  const refusal = await refusalOf({ 'services.csv': text });
  expect(refusal.fields).toEqual([{ field: 'services.csv', message }]);
  expect(
    await world.look('select count(*)::int as n from directory_service where withdrawn_at is null'),
  ).toEqual([{ n: 5 }]);
});

test('a folder that is not there is refused by its name', async () => {
  const failure: unknown = await world
    .asDirectory((tx) => importDirectory(tx, '/no/such/folder'))
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'folder' }] });
});
