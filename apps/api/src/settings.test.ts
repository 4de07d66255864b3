import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const OWN = 'postgres://county:secret@db.example/accord';

test('without any settings a newcomer’s machine serves: port 3000, this machine alone, embedded, with the demo', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, address: '127.0.0.1', databaseUrl: null, demo: true });
  expect(readSettings({ PORT: '', ACCORD_DEMO: '', DATABASE_URL: '' })).toEqual(readSettings({}));
});

test('with a database of one’s own the demo is there only when it is asked for', () => {
  expect(readSettings({ DATABASE_URL: OWN }).demo).toBe(false);
  expect(readSettings({ DATABASE_URL: OWN, ACCORD_DEMO: 'on' }).demo).toBe(true);
  expect(readSettings({ ACCORD_DEMO: 'off' }).demo).toBe(false);
});

test('changes are heard on a connection of their own where one is named', () => {
  expect(readSettings({ DATABASE_URL: OWN }).listenUrl).toBe(OWN);
  const direct = 'postgres://listener:secret@db.example:5433/accord';
  expect(readSettings({ DATABASE_URL: OWN, DATABASE_LISTEN_URL: direct }).listenUrl).toBe(direct);
});

test.each([
  ['PORT', 'eighty', 'PORT is "eighty". Write a number from 0 to 65535; 0 takes any free port.'],
  ['PORT', '65536', 'PORT is "65536"'],
  ['PORT', '1e3', 'PORT is "1e3"'],
  ['PORT', '-1', 'PORT is "-1"'],
  ['ACCORD_DEMO', 'yes', 'ACCORD_DEMO is "yes". Write on or off.'],
  ['DATABASE_URL', 'county:secret@db', 'DATABASE_URL is not an address of a Postgres.'],
  ['DATABASE_URL', 'mysql://county:secret@db/accord', 'DATABASE_URL is not an address of a Postgres.'],
  ['DATABASE_LISTEN_URL', 'secret', 'DATABASE_LISTEN_URL is not an address of a Postgres.'],
  ['DATABASE_OWNER_URL', OWN, 'DATABASE_OWNER_URL is set and DATABASE_URL is not.'],
])('%s=%s is refused by name, and no secret is repeated', (name, value, sentence) => {
  const read = () => readSettings({ [name]: value });
  expect(read).toThrow(sentence);
  expect(read).not.toThrow('secret');
});
