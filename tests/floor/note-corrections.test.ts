import type { CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A note is corrected by whoever wrote it; what it said before stays with the agency that holds it.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let itemId: ItemId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, cora, 'assigned');
  ({ itemId } = await network
    .as(dana)
    .cases.addNote({ caseId, category: 'case-plan', facts: 'Met on Monday.', view: 'Went well.' }));
});

const noteFor = async (reader: StaffActor) => {
  const { items } = await network.as(reader).cases.open({ caseId });
  return items.find((item) => item.itemId === itemId);
};
const correct = (by: StaffActor, facts = 'Met on Tuesday.', revision = 1) =>
  network.as(by).cases.correctNote({ caseId, itemId, revision, facts });
const earlier = (reader: StaffActor) => network.as(reader).cases.noteVersions({ caseId, itemId });

test('its author writes it anew, everybody who reads it reads that, and the version before is kept', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await correct(dana)).toEqual({ revision: 2 });
  const open = { is: 'open', body: { facts: 'Met on Tuesday.' } };
  expect(await noteFor(dana)).toMatchObject({
    content: open,
    corrections: 1,
    mayCorrect: true,
    mayReadEarlier: true,
    changed: { by: 'Dana', isMine: true },
  });
  expect(await noteFor(ortiz)).toMatchObject({
    content: open,
    corrections: 1,
    mayCorrect: false,
    mayReadEarlier: false,
  });
  const { versions } = await earlier(cora);
  expect(versions).toMatchObject([{ version: 1, body: { facts: 'Met on Monday.', view: 'Went well.' } }]);
  const { items } = await network.asYouth(young).mine.open();
  expect(items.find((item) => item.itemId === itemId)).toMatchObject({ content: open });
});

test('the newest of several versions comes first', async () => {
  await correct(dana);
  await correct(dana, 'Met on Wednesday.', 2);
  const { versions } = await earlier(dana);
  expect(versions.map(({ body }) => body.facts)).toEqual(['Met on Tuesday.', 'Met on Monday.']);
});

test('nobody else corrects it, and nobody else reads what was wrong', async () => {
  await network.share(dana, caseId, { as: ortiz, mayWrite: true }, ['case-plan']);
  for (const other of [cora, ortiz]) expect(await refusalOf(correct(other))).toBe('NOT_FOUND');
  await correct(dana);
  expect(await refusalOf(earlier(ortiz))).toBe('NOT_FOUND');
  const stranger = await network.addStaff(ortiz.agencyId, 'Pete');
  expect(await refusalOf(earlier(stranger))).toBe('NOT_FOUND');
});

test('a correction that came second is told so, and nothing is lost', async () => {
  await correct(dana);
  expect(await refusalOf(correct(dana, 'Met on Friday.', 1))).toBe('CONFLICT');
  expect(await noteFor(dana)).toMatchObject({
    content: { body: { facts: 'Met on Tuesday.' } },
    corrections: 1,
  });
});

test('who is off the case corrects nothing of theirs any more', async () => {
  await network.owner(
    (sql) =>
      sql`update assignment set valid_to = now() where case_id = ${caseId} and staff_id = ${dana.staffId}`,
  );
  expect(await refusalOf(correct(dana))).toBe('NOT_FOUND');
});

test('what else is an item is not corrected as a note', async () => {
  const goal = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  const asNote = network
    .as(dana)
    .cases.correctNote({ caseId, itemId: goal.itemId, revision: 1, facts: 'No.' });
  expect(await refusalOf(asNote)).toBe('NOT_FOUND');
});

test('a correction and each look at what was before it are lines of the ledger', async () => {
  await correct(dana);
  await earlier(cora);
  const lines = await network.owner(
    (sql) => sql<{ action: string; actor: string }[]>`
      select action, actor_id as actor from ledger_entry where case_id = ${caseId} order by at desc limit 2`,
  );
  expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
    ['opened', cora.staffId],
    ['wrote', dana.staffId],
  ]);
});
