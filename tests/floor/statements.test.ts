import { youthRouter } from '@accord/api/routers';
import { maskOf } from '@accord/consent';
import {
  type AgencyId,
  type CaseId,
  ItemId,
  newId,
  type StaffActor,
  type StaffId,
  type YouthActor,
} from '@accord/kernel';
import { withoutBrowser } from '@accord/rpc';
import { memoryRing, Vault } from '@accord/vault';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// The young person's own side: beside what it answers, to exactly those who read that, and nobody else's to write.

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let caseId: CaseId;
let young: YouthActor;
let noteId: ItemId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ itemId: noteId } = await network
    .as(dana)
    .cases.addNote({ caseId, category: 'case-plan', facts: 'Missed the pool.' }));
});

const answer = (itemId: ItemId = noteId, by: YouthActor = young) =>
  network.asYouth(by).mine.addMySide({ itemId, text: 'The bus did not come.' });
const statementsFor = async (reader: StaffActor) => {
  const { items } = await network.as(reader).cases.open({ caseId });
  return items.filter((item) => item.kind === 'statement');
};
const SIDE = { content: { is: 'open', body: { text: 'The bus did not come.' } }, author: null };

test('whoever reads a note reads the side that the young person added, then and later', async () => {
  const before = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await refusalOf(answer())).toBe('ALLOWED');
  expect(await statementsFor(dana)).toMatchObject([{ ...SIDE, parentId: noteId, categories: ['case-plan'] }]);
  expect(await statementsFor(ortiz)).toMatchObject([SIDE]);
  const { items } = await network.asYouth(young).mine.open();
  expect(items.filter((item) => item.kind === 'statement')).toMatchObject([SIDE]);
  await network.as(dana).consent.stop({ caseId, grantId: before });
  // A stop makes a new key: what is written with it is read by those who still may, at once.
  await answer();
  expect(await statementsFor(dana)).toMatchObject([SIDE, SIDE]);
  expect(await refusalOf(network.as(ortiz).cases.open({ caseId }))).toBe('NOT_FOUND');
});

test('it is as old as what it answers, so that a permission for some days opens both or neither', async () => {
  await answer();
  const { items } = await network.as(dana).cases.open({ caseId });
  const at = (itemId: ItemId | undefined) => items.find((item) => item.itemId === itemId)?.at;
  expect(at(items.find((item) => item.kind === 'statement')?.itemId)).toBe(at(noteId));
});

test('nothing is answered that they do not see, that is another’s, or that is a side itself', async () => {
  const { itemId: record } = await network
    .as(dana)
    .cases.addNote({ caseId, category: 'cw-record', facts: 'Not theirs to read.' });
  const { itemId: side } = await answer();
  const { itemId: goal } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Swim' });
  const { young: other } = await network.openCase(dana, 'Sam');
  for (const itemId of [record, newId(ItemId), side, goal])
    expect(await refusalOf(answer(itemId))).toBe('NOT_FOUND');
  expect(await refusalOf(answer(noteId, other))).toBe('NOT_FOUND');
});

test('below the procedures, no worker writes or changes one, and no young person writes anything else', async () => {
  const { itemId: side } = await answer();
  const mask = maskOf(['case-plan']);
  const put = (
    by: StaffActor | YouthActor,
    changed: { mask?: bigint; owner?: AgencyId; kind?: string; author?: StaffId; doer?: StaffId } = {},
  ) =>
    sqlStateOf(
      network,
      by,
      caseId,
      (tx) => tx`
        insert into case_item (case_id, id, kind, owner_agency, category_mask, parent_id, created_by,
          assigned_to, occurred_at)
        select case_id, ${randomUUID()}, ${changed.kind ?? 'statement'}, ${changed.owner ?? dana.agencyId},
          ${changed.mask ?? mask}, id, ${changed.author ?? (by.kind === 'youth' ? by.youngPersonId : by.staffId)},
          ${changed.doer ?? null}, occurred_at
        from case_item where case_id = ${caseId} and id = ${noteId}`,
    );
  expect(await put(young)).toBe('ALLOWED');
  expect(await put(dana)).toBe('42501');
  expect(await put(young, { mask: maskOf(['case-plan', 'id-core']) })).toBe('42501');
  expect(await put(young, { owner: ortiz.agencyId })).toBe('42501');
  expect(await put(young, { kind: 'note' })).toBe('42501');
  expect(await put(young, { author: dana.staffId })).toBe('42501');
  expect(await put(young, { doer: dana.staffId })).toBe('42501');
  await sqlStateOf(
    network,
    dana,
    caseId,
    (tx) => tx`update case_item set revision = 9 where case_id = ${caseId} and id = ${side}`,
  );
  expect((await statementsFor(dana)).find(({ itemId }) => itemId === side)?.revision).toBe(1);
});

test('below the procedures, what a side says has its own item’s owner, kinds and time, and is nobody else’s to say', async () => {
  const { itemId: side } = await answer();
  const say = (
    by: StaffActor | YouthActor,
    {
      item = side,
      ...as
    }: { item?: ItemId; owner?: AgencyId; mask?: bigint; at?: string; inCase?: CaseId } = {},
  ) =>
    sqlStateOf(
      network,
      by,
      caseId,
      (tx) => tx`
        insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, occurred_at, key_version, sealed)
        select ${as.inCase ?? caseId}, item_id, version + 1, ${as.owner ?? dana.agencyId}, ${as.mask ?? maskOf(['case-plan'])},
          coalesce(${as.at ?? null}::timestamptz, occurred_at), key_version, sealed
        from case_item_body where case_id = ${caseId} and item_id = ${item}`,
    );
  expect(await say(young)).toBe('ALLOWED');
  expect(await say(young, { owner: ortiz.agencyId })).toBe('42501');
  expect(await say(young, { mask: maskOf(['case-plan', 'id-core']) })).toBe('42501');
  expect(await say(young, { at: '2020-01-01' })).toBe('42501');
  // A note is not theirs to write, and what another wrote for them neither.
  expect(await say(young, { item: noteId })).toBe('42501');
  // Nor in another case, even under an id that stands there too.
  const { caseId: other } = await network.openCase(dana, 'Sam');
  await network.owner(
    (
      sql,
    ) => sql`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by, occurred_at)
      select ${other}, id, 'note', owner_agency, category_mask, ${dana.staffId}, occurred_at
      from case_item where case_id = ${caseId} and id = ${side}`,
  );
  expect(await say(young, { inCase: other })).toBe('42501');
  const plant = (what: { kind?: string; author?: StaffId }) =>
    network.owner(
      (
        sql,
      ) => sql`update case_item set kind = ${what.kind ?? 'statement'}, created_by = ${what.author ?? young.youngPersonId}
        where case_id = ${caseId} and id = ${side}`,
    );
  await plant({ author: dana.staffId });
  expect(await say(young)).toBe('42501');
  await plant({ kind: 'note' });
  expect(await say(young)).toBe('42501');
});

test('it lies sealed, and is a line of the ledger in the young person’s name', async () => {
  const { itemId } = await answer();
  const [row] = await network.owner(
    (sql) => sql<{ sealed: Buffer }[]>`select sealed from case_item_body where item_id = ${itemId}`,
  );
  expect(row?.sealed.includes('The bus')).toBe(false);
  const lines = await network.owner(
    (sql) => sql`select from ledger_entry
      where case_id = ${caseId} and action = 'wrote' and actor_id = ${young.youngPersonId}`,
  );
  expect(lines).toHaveLength(1);
});

test('a node without the key of that agency says that it cannot be written now, and keeps nothing', async () => {
  const elsewhere = youthRouter.createCaller({
    host: 'youth',
    actor: young,
    purpose: 'self-access',
    database: network.database,
    vault: new Vault(memoryRing()),
    ...withoutBrowser(),
    caller: randomBytes(32),
    demo: null,
  });
  expect(await refusalOf(elsewhere.mine.addMySide({ itemId: noteId, text: 'The bus.' }))).toBe('UNAVAILABLE');
  expect(await statementsFor(dana)).toEqual([]);
});
