import { CONTACT_HOLDS_DAYS } from '@accord/cases';
import { writeItem } from '@accord/cases/server';
import { maskOf } from '@accord/consent';
import type { CaseId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// What is known about a young person changes, and what was written before stays.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());
beforeEach(async () => {
  const made = await network.as(dana).cases.create({ name: 'Robin', safeContact: 'Text after four' });
  caseId = made.caseId;
  await network.assign(caseId, cora, 'assigned');
  await network.share(dana, caseId, { as: ortiz }, ['id-core']);
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['id-core']);
});

async function profileFor(reader: StaffActor) {
  const { items } = await network.as(reader).cases.open({ caseId });
  const found = items.flatMap((item) => (item.kind === 'profile' ? [item] : []))[0];
  if (!found || found.content.is !== 'open') throw new Error('no profile that is open to this reader');
  return { ...found, body: found.content.body };
}
/** A day of the network's, so many days before today. */
async function dayAgo(days: number): Promise<string> {
  const [row] = await network.owner(
    (sql) =>
      sql`select to_char((now() at time zone 'America/Chicago')::date - ${days}::int, 'YYYY-MM-DD') as day`,
  );
  return String(row?.['day']);
}
const edit = (by: StaffActor, revision = 1, change: { name?: string; safeContact?: string } = {}) =>
  network.as(by).cases.editProfile({
    caseId,
    revision,
    name: 'Robin B.',
    safeContact: 'Text after four',
    ...change,
  });
const confirm = (by: StaffActor, revision: number, undo = false) =>
  network.as(by).cases.confirmContact({ caseId, revision, undo });

test('a change is a new version, the older one stays sealed in its place, and every reader gets the new one', async () => {
  expect(await edit(dana)).toEqual({ revision: 2 });
  for (const reader of [dana, ortiz, sosa]) expect((await profileFor(reader)).body.name).toBe('Robin B.');
  const { itemId } = await profileFor(dana);
  const versions = await network.owner(
    (sql) => sql`select version from case_item_body where item_id = ${itemId} order by version`,
  );
  expect(versions.map((row) => row['version'])).toEqual([1, 2]);
});

test('who changed it stands there for colleagues, and not for a reader', async () => {
  await edit(cora);
  expect((await profileFor(dana)).changed).toMatchObject({ by: 'Cora', isMine: false });
  expect((await profileFor(ortiz)).changed).toMatchObject({ by: null });
});

test('a reader changes nothing, not even one who may write', async () => {
  for (const reader of [ortiz, sosa]) {
    expect(await refusalOf(edit(reader))).toBe('NOT_FOUND');
    expect(await refusalOf(confirm(reader, 1))).toBe('NOT_FOUND');
    expect((await profileFor(reader)).mayEdit).toBe(false);
  }
});

test('of two changes at once one is told, and leaves nothing behind', async () => {
  const both = await Promise.all([
    refusalOf(edit(dana, 1, { name: 'One' })),
    refusalOf(edit(cora, 1, { name: 'Two' })),
  ]);
  expect(both.toSorted()).toEqual(['ALLOWED', 'CONFLICT']);
  const { itemId } = await profileFor(dana);
  const [row] = await network.owner(
    (sql) => sql`select count(*)::int as versions from case_item_body where item_id = ${itemId}`,
  );
  expect(row?.['versions']).toBe(2);
});

test('what was safe on the day that the case was opened is confirmed', async () => {
  expect((await profileFor(dana)).contactIsStale).toBe(false);
});

test.each([
  [CONTACT_HOLDS_DAYS, false],
  [CONTACT_HOLDS_DAYS + 1, true],
])('confirmed %i days ago by the clock of the database: ask again %s', async (days, isStale) => {
  const on = await dayAgo(days);
  const body = { name: 'Robin', safeContact: 'Text after four', safeContactConfirmedOn: on };
  const purpose = 'care-plan-coordination';
  const itemId = await network.database.withActor(dana, { purpose, cases: [caseId] }, (tx) =>
    writeItem(
      tx,
      network.vault,
      { nodeId: network.database.node.nodeId, actor: dana, purpose },
      { caseId, kind: 'profile', mask: maskOf(['id-core']), body },
    ),
  );
  const { items } = await network.as(dana).cases.open({ caseId });
  expect(items.find((item) => item.itemId === itemId)).toMatchObject({ contactIsStale: isStale });
});

test('another way to reach them is not confirmed until they say so', async () => {
  await edit(dana, 1, { safeContact: 'Call the school' });
  expect(await profileFor(dana)).toMatchObject({ contactIsStale: true });
  expect((await profileFor(dana)).body.safeContactConfirmedOn).toBeUndefined();
  expect(await confirm(dana, 2)).toEqual({ revision: 3 });
  expect(await profileFor(dana)).toMatchObject({ contactIsStale: false });
});

test('a change of anything else keeps the day', async () => {
  const before = (await profileFor(dana)).body.safeContactConfirmedOn;
  await edit(dana, 1, { name: 'Robin C.' });
  expect((await profileFor(dana)).body.safeContactConfirmedOn).toBe(before);
});

test('undo puts back what stood there, and only right after', async () => {
  await edit(dana, 1, { safeContact: 'Call the school' });
  await confirm(dana, 2);
  expect(await confirm(dana, 3, true)).toEqual({ revision: 4 });
  expect(await profileFor(dana)).toMatchObject({ contactIsStale: true });
  await edit(dana, 4, { safeContact: 'Text after six' });
  expect(await refusalOf(confirm(dana, 5, true))).toBe('CONFLICT');
  expect(await refusalOf(confirm(dana, 3, true))).toBe('CONFLICT');
});

test('without a safe way to reach them there is nothing to confirm', async () => {
  const { caseId: other } = await network.as(dana).cases.create({ name: 'Sam' });
  const call = network.as(dana).cases.confirmContact({ caseId: other, revision: 1 });
  expect(await refusalOf(call)).toBe('BAD_INPUT');
});

test('no client sets the day by hand', async () => {
  const sent = { name: 'Kim', safeContact: 'Text', safeContactConfirmedOn: inDays(100) };
  expect(await refusalOf(network.as(dana).cases.create(sent))).toBe('BAD_INPUT');
  const call = network.as(dana).cases.editProfile({ caseId, revision: 1, ...sent } as never);
  expect(await refusalOf(call)).toBe('BAD_INPUT');
});
