import type { CaseId, ItemId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays } from '../support/day.ts';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// What a day begins with: nothing that the pages of the cases would not show, and a line for what is read.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let ortiz: StaffActor;
let pete: StaffActor;
let caseId: CaseId;
let goalId: ItemId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  cora = await network.addStaff(welfare, 'Cora');
  pete = await network.addStaff(police, 'Pete');
});
afterAll(() => network.close());
beforeEach(async () => {
  dana = await network.addStaff(cora.agencyId, 'Dana');
  ortiz = await network.addStaff(pete.agencyId, 'Ortiz');
  ({ caseId } = await network.openCase(dana, 'Robin'));
  ({ itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' }));
});

const addStep = async (text: string, doer: StaffActor | 'young-person' | null, dueOn?: string) =>
  (
    await network.as(dana).cases.addStep({
      caseId,
      goalId,
      text,
      doer: doer === null || doer === 'young-person' ? doer : doer.staffId,
      ...(dueOn && { dueOn }),
    })
  ).itemId;
const appoint = (what: string, startsAt: Date) =>
  network.as(dana).cases.addAppointment({ caseId, what, startsAt: startsAt.toISOString() });
const todayOf = (reader: StaffActor) => network.as(reader).cases.today();
const textsOf = (steps: readonly { text: string }[]) => steps.map(({ text }) => text);
const HOUR = 3_600_000;

test('what is one’s own to do stands by its day, and what others do for one’s agency apart from it', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await addStep('Some day', dana);
  await addStep('Next week', dana, inDays(7));
  await addStep('Long ago', dana, inDays(-2));
  await addStep('Ask at the pool', ortiz, inDays(1));
  await addStep('Choose a pool', 'young-person');
  await addStep('Nobody’s yet', null);
  const today = await todayOf(dana);
  expect(textsOf(today.due)).toEqual(['Long ago', 'Next week', 'Some day']);
  expect(today.due.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false]);
  expect(today.waiting.map(({ text, doer }) => [text, doer])).toEqual([
    ['Ask at the pool', { staffId: ortiz.staffId, name: 'Ortiz', agency: 'Town Police' }],
    ['Choose a pool', { youngPerson: true }],
  ]);
  // Who was given one step follows that one, and none of the others.
  const theirs = await todayOf(ortiz);
  expect([textsOf(theirs.due), theirs.waiting]).toEqual([['Ask at the pool'], []]);
});

test('a step that is done is nobody’s today, and a stop takes it from whoever did it', async () => {
  const permission = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const done = await addStep('Done', dana);
  await addStep('Ask at the pool', ortiz);
  await network.as(dana).cases.setStep({ caseId, stepId: done, done: true, revision: 1 });
  expect((await todayOf(dana)).due).toEqual([]);
  await network.as(dana).consent.stop({ caseId, grantId: permission });
  expect(await todayOf(ortiz)).toEqual(await todayOf(pete));
});

test('appointments are there from now until a week from now, soonest first, to whoever may read them', async () => {
  await appoint('Over', new Date(Date.now() - HOUR));
  await appoint('Court', new Date(Date.now() + 6 * 24 * HOUR));
  await appoint('Pool', new Date(Date.now() + HOUR));
  await appoint('Later', new Date(Date.now() + 8 * 24 * HOUR));
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect((await todayOf(dana)).coming.map(({ what }) => what)).toEqual(['Pool', 'Court']);
  expect((await todayOf(ortiz)).coming).toEqual([]);
});

test('a case says that it changed when somebody else wrote what one sees, until one looks', async () => {
  await network.assign(caseId, cora, 'assigned');
  const changes = async (reader: StaffActor) =>
    (await todayOf(reader)).changed.map((each) => [each.changes, each.lookedAt === null]);
  expect(await changes(cora)).toContainEqual([2, true]);
  expect(await changes(dana)).toEqual([]);
  await network.as(cora).cases.looked({ caseId });
  await network.as(cora).cases.addNote({ caseId, category: 'case-plan', facts: 'The pool called.' });
  expect(await changes(dana)).toEqual([[1, true]]);
  expect((await network.as(dana).cases.open({ caseId })).lookedAt).toBeNull();
  await network.as(dana).cases.looked({ caseId });
  expect(await changes(dana)).toEqual([]);
  await addStep('Call them back', dana);
  expect((await todayOf(cora)).changed.filter((each) => each.caseId === caseId)).toMatchObject([
    { changes: 1 },
  ]);
  const { lookedAt } = await network.as(dana).cases.open({ caseId });
  expect(Date.parse(lookedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
});

test('what others wrote that one does not see is no change', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await network.as(ortiz).cases.looked({ caseId });
  await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'Not for all.' });
  expect((await todayOf(ortiz)).changed).toEqual([]);
});

test('each case of which something is read gets its line, and a case of which nothing is gets none', async () => {
  const looks = async () =>
    network.owner(
      (sql) => sql`select action from ledger_entry where case_id = ${caseId} and actor_id = ${dana.staffId}
        and action = 'opened'`,
    );
  await todayOf(dana);
  const before = (await looks()).length;
  await addStep('Ask at the pool', dana);
  await todayOf(dana);
  expect(await looks()).toHaveLength(before + 1);
});

test('in a transaction about one case nobody reads when they looked at another', async () => {
  const { caseId: other } = await network.openCase(dana, 'Sam');
  for (const id of [caseId, other]) await network.as(dana).cases.looked({ caseId: id });
  const visits = await network.database.withActor(
    dana,
    { purpose: 'care-plan-coordination', cases: [other] },
    (tx) => tx<{ caseId: CaseId }[]>`select case_id as "caseId" from case_visit`,
  );
  expect(visits.map((visit) => visit.caseId)).toEqual([other]);
});

test('nobody notes a look at what they may not know of', async () => {
  expect(await refusalOf(network.as(ortiz).cases.looked({ caseId }))).toBe('NOT_FOUND');
  const rows = await network.owner((sql) => sql`select from case_visit where staff_id = ${ortiz.staffId}`);
  expect(rows).toHaveLength(0);
});
