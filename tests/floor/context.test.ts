import { openDatabase } from '@accord/db';
import { ANONYMOUS, type CaseId, newId, StaffId, type StaffActor } from '@accord/kernel';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { CASE_TABLES, edited, NOTHING, type Parts, partsOf, RawRuntime, signed } from './forged.ts';

// An attacker who can run SQL as the product's own login, but holds no node's key.

let network: Network;
let raw: RawRuntime;
let dana: StaffActor;
let colleague: StaffActor;
let former: StaffActor;
let ortiz: StaffActor;
let elsewhere: StaffActor;
let mine: CaseId;
let mineToo: CaseId;
let foreign: CaseId;
let key: Buffer;
let other: { nodeId: string; key: Buffer };
let good: Parts;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  dana = await network.addStaff(welfare, 'Dana');
  colleague = await network.addStaff(welfare, 'Bo');
  former = await network.addStaff(welfare, 'Lee');
  ortiz = await network.addStaff(police, 'Ortiz');
  mine = (await network.openCase(dana, 'Robin')).caseId;
  mineToo = (await network.openCase(dana, 'Jay')).caseId;
  foreign = (await network.openCase(ortiz, 'Sam')).caseId;
  await network.assign(mine, former, 'assigned');
  await network.owner(
    (sql) => sql`update staff set ended_at = now() - interval '1 minute' where id = ${former.staffId}`,
  );
  for (const caseId of [mine, mineToo]) {
    await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
    await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  }
  const { node, agencies } = await network.secondNode([{ name: 'Elsewhere', system: 'medical' }]);
  elsewhere = await network.addStaff(agencies[0] ?? welfare, 'Ash');
  other = node.database.node;
  await node.database.close();
  key = network.database.node.key;
  raw = new RawRuntime(network.storage.runtimeUrl);
  good = partsOf(network.database.node.nodeId, dana);
});
afterAll(async () => {
  await raw.close();
  await network.close();
});

test('a context that a node signed opens the cases of its scope', async () => {
  const seen = await raw.counts(signed(good, key), [mine]);
  for (const table of [
    'case_file',
    'assignment',
    'case_item',
    'case_item_body',
    'consent_grant',
    'case_key',
    'key_wrap',
  ]) {
    expect(seen[table], table).toBeGreaterThan(0);
  }
});

const forgeries: [string, () => string][] = [
  ['no context', () => ''],
  ['a context without a signature', () => signed(good, key).split('|').slice(0, 8).join('|')],
  ['a context with an empty signature', () => `${signed(good, key).split('|').slice(0, 8).join('|')}|`],
  ['a context with more after it', () => `${signed(good, key)}|x`],
  ['words', () => 'let me in'],
  ['parts that are no ids', () => signed({ ...good, nodeId: 'node', actor: 'dana' }, key)],
  ['an expiry that is no number', () => signed({ ...good, expires: 'never' }, key)],
  ['another version', () => signed({ ...good, version: '2' }, key)],
  ['a key of one’s own', () => signed(good, randomBytes(32))],
  ['a node that nobody knows', () => signed({ ...good, nodeId: newId(StaffId) }, key)],
  ['a node that does not serve this agency', () => signed({ ...good, nodeId: other.nodeId }, other.key)],
  ['a node that signs with another node’s key', () => signed({ ...good, nodeId: other.nodeId }, key)],
  ['a context that expired', () => signed({ ...good, expires: String(Date.now() - 1) }, key)],
  [
    'a context kept alive by hand',
    () => edited({ ...good, expires: String(Date.now() - 1) }, key, { expires: good.expires }),
  ],
  [
    'a context edited to another person',
    () => edited({ ...good, actor: colleague.staffId }, key, { actor: dana.staffId }),
  ],
  ['a context edited to another purpose', () => edited({ ...good, purpose: '3' }, key, { purpose: '1' })],
  ['a context edited to another kind of actor', () => edited(good, key, { kind: 'system', job: 'keys' })],
  ['staff of another agency', () => signed({ ...good, agency: ortiz.agencyId }, key)],
  ['a person who is nobody', () => signed({ ...good, actor: newId(StaffId) }, key)],
  ['somebody who has left', () => signed(partsOf(good.nodeId, former), key)],
  ['a guest', () => signed({ ...good, kind: 'guest' }, key)],
  ['a kind that is none', () => signed({ ...good, kind: 'admin' }, key)],
  ['an advisor', () => signed({ ...good, kind: 'advisor' }, key)],
  ['nobody in particular', () => signed({ ...good, kind: 'anonymous', actor: '', agency: '' }, key)],
];

describe('a forged context sees nothing and writes nothing', () => {
  test.each(forgeries)('%s', async (_, context) => {
    expect(await raw.counts(context(), [mine, mineToo, foreign])).toEqual(NOTHING);
    for (const write of writesAs(dana, mine)) {
      // Turned away by a policy, or not a context at all.
      expect(['42501', '22P02', '22003', '23503', 'AC404']).toContain(
        await raw.run(context(), [mine], write),
      );
    }
  });

  test('and the same writes are taken from a context that a node signed', async () => {
    for (const write of writesAs(dana, mine))
      expect(await raw.run(signed(good, key), [mine], write)).toEqual([]);
  });
});

function writesAs({ staffId, agencyId }: StaffActor, caseId: CaseId): string[] {
  return [
    `insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by)
      values ('${caseId}', gen_random_uuid(), 'note', '${agencyId}', 8, '${staffId}')`,
    `insert into ledger_entry (id, node_id, actor_kind, actor_id, actor_agency, action, case_id, owner_agency, purpose,
        category_mask, item_count, digest)
      values (gen_random_uuid(), '${good.nodeId}', 'staff', '${staffId}', '${agencyId}', 'opened', '${caseId}',
        '${agencyId}', 1, 0, 0, sha256('x'))`,
  ];
}

describe('the scope only narrows', () => {
  test('without one, nothing of any case comes back', async () => {
    expect(await raw.counts(signed(good, key), [])).toEqual(NOTHING);
  });

  test('a query without a filter gives the cases of the scope and no other', async () => {
    const cases = `select distinct case_id as id from case_item order by 1`;
    expect(await raw.run(signed(good, key), [mine], cases)).toEqual([{ id: mine }]);
    expect(await raw.run(signed(good, key), [mine, mineToo, foreign], cases)).toEqual(
      [mine, mineToo].sort().map((id) => ({ id })),
    );
  });

  test('a foreign case as scope gives nothing, in any table', async () => {
    expect(await raw.counts(signed(good, key), [foreign])).toEqual(NOTHING);
    expect(await raw.counts(signed(partsOf(other.nodeId, elsewhere), other.key), [mine, foreign])).toEqual(
      NOTHING,
    );
  });

  test('a case of one’s own agency gives nothing to a colleague who is not on it, nor to a recipient’s colleague', async () => {
    expect(await raw.counts(signed(partsOf(good.nodeId, colleague), key), [mine])).toEqual(NOTHING);
    const desk = await network.addStaff(ortiz.agencyId, 'Desk');
    expect(await raw.counts(signed(partsOf(good.nodeId, desk), key), [mine])).toEqual(NOTHING);
  });

  test('a recipient gets what is shared, and neither the paper nor who else is there', async () => {
    const seen = await raw.counts(signed(partsOf(good.nodeId, ortiz), key), [mine]);
    const open = Object.entries(seen)
      .filter(([, rows]) => rows > 0)
      .map(([table]) => table);
    expect(open.sort()).toEqual(['case_file', 'case_item', 'case_item_body', 'key_wrap']);
  });

  test('a scope that is no list of ids is an error, not an opening', async () => {
    expect(await raw.run(signed(good, key), [`${mine}},{x`], 'select from case_item')).toBe('22P02');
  });
});

describe('the runtime login stays what it is', () => {
  test.each([
    ['become the floor', 'set role accord_floor'],
    ['become the owner', 'set session authorization postgres'],
    ['lift the policies', 'alter table case_item disable row level security'],
    ['add a policy', 'create policy mine on case_item using (true)'],
    ['make a function', `create function accord.f() returns int language sql as 'select 1'`],
    ['make a role', 'create role mine'],
    ['open an item', 'update effective_access set see_mask = 1'],
    ['read who may see what', 'select * from effective_access'],
    ['read restrictions', 'select * from access_denial'],
    ['read sessions', 'select * from session'],
    ['read accounts', 'select * from account'],
    ['read the keys of nodes', 'select * from node'],
    ['read the key of topics', 'select * from topic_key'],
    ['delete an item', 'delete from case_item'],
    ['move an item to another owner', 'update case_item set owner_agency = created_by'],
    ['make an item less sensitive', 'update case_item set category_mask = 1'],
    ['take custody', 'select take_custody(gen_random_uuid(), gen_random_uuid(), array[1]::smallint[])'],
    ['ask for anybody’s topic', 'select topic_of(gen_random_uuid())'],
    ['ask for another context’s restrictions', 'select is_shut_out(gen_random_uuid(), 1, context())'],
    ['read a file of the server', `select pg_read_file('postgresql.conf')`],
  ])('cannot %s', async (_, statement) => {
    expect(await raw.run(signed(good, key), [mine], statement)).toBe('42501');
  });
});

test('a context does not outlive its transaction on a pooled connection', async () => {
  const one = openDatabase({ url: network.storage.runtimeUrl, node: network.database.node, most: 1 });
  const reach = { purpose: 'care-plan-coordination' } as const;
  const asDana = { ...reach, cases: [mine] };
  await one.withActor(dana, asDana, async (tx) => expect(await tx`select from case_item`).not.toEqual([]));
  await expect(one.withActor(dana, asDana, (tx) => tx`select 1 / 0`)).rejects.toThrow();
  await one.withActor(ANONYMOUS, reach, async (tx) => {
    const [left] = await tx<{ context: string; scope: string }[]>`
      select current_setting('accord.context') as context, current_setting('accord.scope') as scope`;
    expect(left?.context).not.toContain(dana.staffId);
    expect(left?.scope).toBe('');
    for (const table of CASE_TABLES) expect(await tx`select from ${tx(table)}`).toHaveLength(0);
  });
  await one.close();
});
