import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOwner, type Database, openDatabase, registerNode } from '@accord/db';
import type { Tx } from '@accord/directory/server';
import { FAULTS, writeFaultyDirectory, writeSampleDirectory } from '@accord/directory/testing';
import { newId, NodeId } from '@accord/kernel';
import { createTestDatabase } from '@accord/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryImport } from './directory-import.ts';

const node = { nodeId: newId(NodeId), key: randomBytes(32) };
let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let parent: string;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await asOwner(testDatabase.ownerUrl, (sql) => registerNode(sql, node, []));
  database = openDatabase({ url: testDatabase.runtimeUrl, node, most: 1 });
  parent = await mkdtemp(join(tmpdir(), 'accord-cli-'));
});
afterAll(async () => {
  await database.close();
  await rm(parent, { recursive: true });
  await testDatabase[Symbol.asyncDispose]();
});

const withDirectory = <T>(work: (tx: Tx) => Promise<T>) =>
  database.withActor({ kind: 'system', job: 'directory' }, { purpose: 'service-referral' }, work);

async function run(folder: string) {
  const lines: string[] = [];
  const code = await directoryImport(withDirectory, folder, (line) => lines.push(line), undefined);
  return { code, lines };
}

test('an import tells its progress and ends with a table of what it did', async () => {
  const folder = join(parent, 'alder');
  await writeSampleDirectory(folder);
  const first = await run(folder);
  expect(first.code).toBe(0);
  expect(first.lines[0]).toBe('Reading services.csv                17 rows  100%');
  expect(first.lines).toContain('Saving  services.csv                17 rows  100%');
  expect(first.lines).toContain(
    'services.csv                 17       17        0        0        0        0',
  );

  const second = await run(folder);
  expect(second.code).toBe(0);
  expect(second.lines).toContain(
    'services.csv                 17        0        0       17        0        0',
  );
});

test('bad rows are listed with their place, and the good ones are in: exit code 0', async () => {
  const folder = join(parent, 'faulty');
  await writeFaultyDirectory(folder);
  const { code, lines } = await run(folder);
  expect(code).toBe(0);
  const listed = lines.filter((line) => /^ {2}\w+\.csv:\d+/.test(line));
  expect(listed).toHaveLength(FAULTS.length);
  expect(listed).toContain(
    '  regular_schedules.csv:4 closes_at: 04:00 is not after 10:00. ' +
      'Right would be: a later time on a 24-hour clock: 17:00 for 5 pm.',
  );
});

test('a folder without services is told by name, and nothing is imported: exit code 1', async () => {
  const { code, lines } = await run(parent);
  expect(code).toBe(1);
  expect(lines).toEqual([
    `There is no services.csv in ${parent}. A folder of HSDS tables has one.`,
    'Nothing was imported.',
  ]);
});

test('on a terminal, progress replaces itself and leaves no trace of its own', async () => {
  const folder = join(parent, 'terminal');
  await writeSampleDirectory(folder);
  const live: string[] = [];
  await directoryImport(
    withDirectory,
    folder,
    () => {},
    (text) => live.push(text),
  );
  expect(live[0]).toMatch(/^Reading services\.csv/);
  expect(live.at(-1)).toBe('');
});
