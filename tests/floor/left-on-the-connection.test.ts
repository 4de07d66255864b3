import { type Database, openDatabase } from '@accord/db';
import type { CaseId, StaffActor } from '@accord/kernel';
import { staffRouter } from '@accord/api/routers';
import { withoutBrowser } from '@accord/rpc';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';

// A connection of the pool serves one caller after another. What one who could run SQL once leaves on it must not
// change what the next one's statements mean.

let network: Network;
let pool: Database;
let dana: StaffActor;
let intruder: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  intruder = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  ({ caseId } = await network.openCase(dana, 'Robin'));
  pool = openDatabase({ url: network.storage.runtimeUrl, node: network.database.node, most: 1 });
});
afterAll(async () => {
  await pool.close();
  await network.close();
});

const leave = (statement: string) =>
  pool.withActor(intruder, { purpose: 'care-plan-coordination' }, (tx) => tx.unsafe(statement));

async function linesOfAnOpening(): Promise<number> {
  const count = () =>
    network.owner(async (sql) => {
      const [row] = await sql<{ n: number }[]>`select count(*)::int as n from accord.ledger_entry`;
      return row?.n ?? 0;
    });
  const before = await count();
  const { vault } = network;
  const rest = { vault, ...withoutBrowser(), caller: randomBytes(32), demo: null, host: 'staff' } as const;
  await staffRouter
    .createCaller({ actor: dana, purpose: 'care-plan-coordination', database: pool, ...rest })
    .cases.open({ caseId });
  return (await count()) - before;
}

test.each([
  [
    'a table of its own under the ledger’s name',
    'create temporary table ledger_entry as table accord.ledger_entry',
  ],
  ['another place to look for names first', 'set search_path = pg_temp, accord'],
])('%s swallows no line of the ledger', async (_, statement) => {
  await leave(statement);
  expect(await linesOfAnOpening()).toBe(1);
});
