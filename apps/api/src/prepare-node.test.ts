import { randomBytes } from 'node:crypto';
import { PolicyFolder } from '@accord/consent/testing';
import { asOwner, openDatabase } from '@accord/db';
import { newId, NodeId } from '@accord/kernel';
import { createTestDatabase } from '@accord/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assertStateLaw, prepareNode } from './prepare-node.ts';

let storage: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  storage = await createTestDatabase();
});
afterAll(() => storage[Symbol.asyncDispose]());

const node = {
  nodeId: newId(NodeId),
  contextKey: randomBytes(32),
  topicKey: randomBytes(32),
  limitKey: randomBytes(32),
  appPassword: '',
  listenPassword: '',
};
const nodes = () => asOwner(storage.ownerUrl, (sql) => sql`select id from node`);

test('a node whose state law was changed after it was signed does not start, and nobody speaks for it', async () => {
  using folder = new PolicyFolder();
  folder.issue('zz.json');
  folder.spoil('zz.json', (text) => text.replace('"minAge": 12', '"minAge": 0'));
  await expect(prepareNode(storage.ownerUrl, node, [], folder.path)).rejects.toThrow(
    `${folder.at('zz.json')} was changed after it was signed. Restore it`,
  );
  expect(await nodes()).toHaveLength(0);
});

test('a start brings in what comes with Accord, unreviewed', async () => {
  await prepareNode(storage.ownerUrl, node, []);
  await prepareNode(storage.ownerUrl, node, []);
  const rows = await asOwner(
    storage.ownerUrl,
    (sql) => sql`select state, issued_by, reviewed_by from policy_bundle order by state`,
  );
  expect(rows).toEqual([
    { state: 'CA', issued_by: 'accord-2026', reviewed_by: null },
    { state: 'IL', issued_by: 'accord-2026', reviewed_by: null },
  ]);
  expect(await nodes()).toHaveLength(1);
});

test('a node that owns nothing does not start on state law that was changed in the table', async () => {
  await prepareNode(storage.ownerUrl, node, []);
  const database = openDatabase({
    url: storage.runtimeUrl,
    node: { nodeId: node.nodeId, key: node.contextKey },
    most: 1,
  });
  await assertStateLaw(database);
  await asOwner(
    storage.ownerUrl,
    (sql) => sql`update policy_bundle set body = jsonb_set(body, '{ageOfMajority}', '21') where state = 'IL'`,
  );
  await expect(assertStateLaw(database)).rejects.toThrow(
    'The stored rules IL 2026-11-22 are not what was signed',
  );
  await database.close();
});
