import { JORDAN, seedDemo } from '@accord/api/demo';
import { staffRouter } from '@accord/api/routers';
import { type Database, openDatabase } from '@accord/db';
import { type AgencyId, type CaseId, newId, NodeId, type StaffActor, type StaffId } from '@accord/kernel';
import { memoryRing, Vault } from '@accord/vault';
import { withoutBrowser } from '@accord/rpc';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../support/refused.ts';
import { type ChattyCluster, startChattyCluster } from './chatty-cluster.ts';
import { demoSecrets } from './demo-secrets.ts';
import { Finder } from './finder.ts';

let cluster: ChattyCluster;
let database: Database;
let finder: Finder;
let secrets: ReturnType<typeof demoSecrets>;
let pages: string;

beforeAll(async () => {
  cluster = await startChattyCluster();
  const nodeFile = {
    nodeId: newId(NodeId),
    contextKey: randomBytes(32),
    topicKey: randomBytes(32),
    limitKey: randomBytes(32),
    appPassword: '',
    listenPassword: '',
  };
  database = openDatabase({
    url: cluster.runtimeUrl,
    node: { nodeId: nodeFile.nodeId, key: nodeFile.contextKey },
  });
  const vault = new Vault(memoryRing());
  await seedDemo({ ownerUrl: cluster.ownerUrl, nodeFile, database, vault, say: () => {} });

  const as = (actor: StaffActor) =>
    staffRouter.createCaller({
      host: 'staff',
      actor,
      purpose: 'care-plan-coordination',
      database,
      vault,
      ...withoutBrowser(),
      caller: randomBytes(32),
      demo: null,
    });
  const [dana, sosa, nair] = [
    await personOf('Dana Whitfield'),
    await personOf('Elena Sosa'),
    await personOf('Priya Nair'),
  ];
  const caseId = await caseOfJordan();
  const { permissions } = await as(dana).consent.list({ caseId });
  pages = JSON.stringify([
    await as(dana).cases.open({ caseId }),
    await as(sosa).cases.open({ caseId }),
    permissions,
  ]);
  secrets = demoSecrets(permissions.flatMap(({ need }) => need ?? []));
  finder = new Finder(secrets.distinctive);
  // A refused write is logged as an error, with its statement and its values.
  const refused = as(nair).cases.addNote({ caseId, category: 'edu-record', facts: JORDAN.notes[0].facts });
  expect(await refusalOf(refused)).toBe('NOT_FOUND');
});
afterAll(async () => {
  await database.close();
  await cluster.stop();
});

async function personOf(name: string): Promise<StaffActor> {
  const [row] = await cluster.sql<{ staffId: StaffId; agencyId: AgencyId }[]>`
    select id as "staffId", agency_id as "agencyId" from accord.staff where name = ${name}`;
  if (!row) throw new Error(`${name} is not in the demo`);
  return { kind: 'staff', ...row };
}

async function caseOfJordan(): Promise<CaseId> {
  const [row] = await cluster.sql<{ id: CaseId }[]>`
    select id from accord.case_file where code_name = ${JORDAN.codeName}`;
  if (!row) throw new Error('the demo has no case of Jordan');
  return row.id;
}

test('those whom it is shared with read every one of the demo’s sentences', () => {
  expect(secrets.whole.length).toBeGreaterThan(20);
  expect(secrets.whole.filter((text) => !pages.includes(text))).toEqual([]);
});

test('no table holds a name or a sentence of the demo’s young person', async () => {
  const found = await cluster.findInTables(new Finder([...secrets.distinctive, secrets.firstName]));
  // Postgres itself names a country that is called like our young person.
  expect(found.filter((line) => !line.startsWith('pg_description: '))).toEqual([]);
});

test('no file of the database, its write-ahead log or its talkative log does either', async () => {
  expect(readFileSync(cluster.logFile, 'utf8')).toMatch(/insert into case_item_body[^]*parameters: \$1 = /i);
  expect(await cluster.findInFiles(finder)).toEqual([]);
});

test('one planted sentence is found in the table, the data, the write-ahead log and the log', async () => {
  const planted = JORDAN.goals[0].ownWords;
  await cluster.sql`create table planted (line text)`;
  // More than once: where a page of the log ends in the middle of a sentence, its head stands in between.
  await cluster.sql`insert into planted select ${planted} from generate_series(1, 3)`;
  expect(await cluster.findInTables(finder)).toContain(`planted: utf-8: ${planted}`);
  const files = await cluster.findInFiles(finder);
  for (const place of [/base\/\d+\/\d+: utf-8: /, /pg_wal\/[0-9A-F]+: utf-8: /, /log[^/]*: utf-8: /]) {
    expect(files.filter((line) => line.includes(planted))).toContainEqual(expect.stringMatching(place));
  }
});
