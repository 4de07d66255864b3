import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALDER_COUNTY } from '../testing/index.ts';
import { type DirectoryWorld, directoryWorld } from './directory.testing.ts';
import { importDirectory } from './import-directory.ts';

let world: DirectoryWorld;
beforeEach(async () => {
  world = await directoryWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const counts = () =>
  world.look(
    `select (select count(*) from directory_organization)::int as organizations,
       (select count(*) from directory_service)::int as services,
       (select count(*) from directory_phone)::int as phones`,
  );

/** Saves everything, says so, and never commits. */
const IMPORT_THAT_STAYS_OPEN = `
  import { openDatabase } from '@accord/db';
  import { importDirectory } from './src/server/import-directory.ts';
  const { url, nodeId, key, folder } = JSON.parse(process.env.ACCORD_TEST_IMPORT);
  const database = openDatabase({ url, node: { nodeId, key: Buffer.from(key, 'hex') }, most: 1 });
  const reach = { purpose: 'service-referral' };
  await database.withActor({ kind: 'system', job: 'directory' }, reach, async (tx) => {
    await importDirectory(tx, folder);
    const rows = await tx\`select from accord.directory_service\`;
    console.log('saved', rows.length);
    await new Promise(() => setInterval(() => {}, 1_000));
  });
`;

test('an import whose process is killed half way leaves nothing behind', async () => {
  const folder = await world.folderOf(ALDER_COUNTY);
  const { nodeId, key } = world.database.node;
  const given = JSON.stringify({ url: world.runtimeUrl, nodeId, key: key.toString('hex'), folder });
  const importer = spawn(process.execPath, ['--input-type=module', '--eval', IMPORT_THAT_STAYS_OPEN], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...process.env, ACCORD_TEST_IMPORT: given },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(importer, 'exit');
  const [said] = (await once(importer.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('saved 17\n');
  importer.kill('SIGKILL');
  await ended;

  expect(await counts()).toEqual([{ organizations: 0, services: 0, phones: 0 }]);
  const report = await world.asDirectory((tx) => importDirectory(tx, folder));
  expect(report.files.map(({ rows, created }) => created - rows)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('an import that fails between two tables leaves the directory as it was', async () => {
  await world.asDirectory(async (tx) => importDirectory(tx, await world.folderOf(ALDER_COUNTY)));
  const before = await counts();
  const folder = await world.folderOf({
    'services.csv': 'id,organization_id,name\nnew,alder-house,A new one\n',
  });
  const onProgress = ({ step, file }: { step: string; file: string }) => {
    if (step === 'saving' && file === 'services.csv') throw new Error('stopped half way');
  };
  await expect(world.asDirectory((tx) => importDirectory(tx, folder, { onProgress }))).rejects.toThrow();
  expect(await counts()).toEqual(before);
  const query = 'select count(*)::int as n from directory_service where withdrawn_at is not null';
  expect(await world.look(query)).toEqual([{ n: 0 }]);
});
