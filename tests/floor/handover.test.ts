import { type CaseId, newId, CaseId as Id, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays } from '../support/day.ts';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A caseload goes to a colleague: assignments change and nothing that anybody signed; the young person is asked.

let network: Network;
let stan: StaffActor;
let dana: StaffActor;
let cora: StaffActor;
let ortiz: StaffActor;
let caseId: CaseId;
let young: YouthActor;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  ortiz = await network.addStaff(police, 'Ortiz');
  dana = await network.addStaff(welfare, 'Dana');
});
afterAll(() => network.close());
beforeEach(async () => {
  dana = await network.addStaff(dana.agencyId, 'Dana');
  [stan, cora] = [
    await network.addStaff(dana.agencyId, 'Stan'),
    await network.addStaff(dana.agencyId, 'Cora'),
  ];
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
});

const give = ({
  by = stan,
  leaves = dana,
  comes = cora,
  caseIds = [caseId],
  untilOn = null as string | null,
} = {}) => network.as(by).cases.handOver({ leaves: leaves.staffId, comes: comes.staffId, caseIds, untilOn });
const opens = (who: StaffActor) => refusalOf(network.as(who).cases.open({ caseId }));

test('who comes works on it and who leaves does not; no permission is touched, and open steps have somebody who sees them', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const { itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addStep({ caseId, goalId, text: 'Ask at the pool', doer: dana.staffId });
  const before = await network.as(stan).consent.list({ caseId });
  await give();
  expect([await opens(dana), await opens(cora), await opens(ortiz)]).toEqual([
    'NOT_FOUND',
    'ALLOWED',
    'ALLOWED',
  ]);
  expect(
    (await network.as(stan).consent.list({ caseId })).permissions.map((each) => [each.grantId, each.state]),
  ).toEqual(before.permissions.map((each) => [each.grantId, each.state]));
  expect(before.permissions.map((each) => each.grantId)).toEqual([grantId]);
  const { due } = await network.as(cora).cases.today();
  expect(due.map(({ text }) => text)).toEqual(['Ask at the pool']);
  await network.as(cora).cases.addNote({ caseId, category: 'case-plan', facts: 'Met Robin.' });
});

test('a cover works beside whoever is away, until the end of its last day', async () => {
  await give({ untilOn: inDays(7) });
  expect([await opens(dana), await opens(cora)]).toEqual(['ALLOWED', 'ALLOWED']);
  const { people } = await network.as(stan).cases.caseloads();
  const mine = people.flatMap(({ name, cases }) =>
    cases.filter((each) => each.caseId === caseId).map(({ untilOn }) => [name, untilOn]),
  );
  expect(mine).toEqual([
    ['Cora', inDays(7)],
    ['Dana', null],
  ]);
  await network.owner(
    (sql) =>
      sql`update assignment set valid_from = now() - interval '9 days', valid_to = now() where staff_id = ${cora.staffId}`,
  );
  expect(await opens(cora)).toBe('NOT_FOUND');
  expect(await refusalOf(give({ untilOn: inDays(-1) }))).toBe('BAD_INPUT');
});

test('only whoever supervises each of the cases gives them, to a colleague who is not themselves: all or none', async () => {
  const { caseId: other } = await network.openCase(dana, 'Sam');
  const rob = await network.addStaff(dana.agencyId, 'Rob');
  await network.assign(other, rob, 'supervision');
  for (const refused of [
    { by: dana },
    { by: cora },
    { by: ortiz },
    { by: rob },
    { comes: stan },
    { comes: ortiz },
    { leaves: cora, comes: dana },
    { caseIds: [caseId, other] },
    { caseIds: [caseId, newId(Id)] },
  ]) {
    expect(await refusalOf(give(refused)), JSON.stringify(refused)).toBe('NOT_FOUND');
  }
  expect(await refusalOf(give({ comes: dana }))).toBe('BAD_INPUT');
  expect([await opens(dana), await opens(cora)]).toEqual(['ALLOWED', 'NOT_FOUND']);
});

test('what is over gives nothing: a supervision, a custody, an assignment; and nothing of anybody else moves along', async () => {
  const { caseId: other } = await network.openCase(dana, 'Sam');
  await network.assign(other, stan, 'supervision');
  const rob = await network.addStaff(dana.agencyId, 'Rob');
  await network.assign(caseId, rob, 'assigned');
  const { itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  const add = (text: string, doer: StaffActor, on = caseId) =>
    network.as(dana).cases.addStep({ caseId: on, goalId, text, doer: doer.staffId });
  const { itemId: doneId } = await add('Done', dana);
  await add('Of Rob', rob);
  await network.as(dana).cases.setStep({ caseId, stepId: doneId, done: true, revision: 1 });

  const over = (kind: string) =>
    network.owner(
      (
        sql,
      ) => sql`update assignment set valid_from = now() - interval '9 days', valid_to = now() - interval '1 day'
        where case_id = ${caseId} and kind = ${kind} and staff_id in (${stan.staffId}, ${dana.staffId})`,
    );
  const back = () =>
    network.owner(
      (sql) => sql`update assignment set valid_to = 'infinity'
        where case_id = ${caseId} and staff_id in (${stan.staffId}, ${dana.staffId})`,
    );
  for (const kind of ['supervision', 'assigned']) {
    await over(kind);
    expect(await refusalOf(give()), kind).toBe('NOT_FOUND');
    await back();
  }
  expect(await refusalOf(give())).toBe('ALLOWED');
  const doers = await network.owner(
    (sql) =>
      sql`select assigned_to from case_item where case_id = ${caseId} and kind = 'step' order by created_at`,
  );
  expect(doers.map((row) => row['assigned_to'])).toEqual([dana.staffId, rob.staffId]);
  expect([await opens(rob), await opens(stan)]).toEqual(['ALLOWED', 'ALLOWED']);
  expect(await refusalOf(network.as(dana).cases.open({ caseId: other }))).toBe('ALLOWED');
  expect(await refusalOf(network.as(cora).cases.open({ caseId: other }))).toBe('NOT_FOUND');
});

test('a later handover says it all to the young person, and a cover that is over says nothing', async () => {
  const rob = await network.addStaff(dana.agencyId, 'Rob');
  expect(await refusalOf(give())).toBe('ALLOWED');
  expect(await refusalOf(give({ leaves: cora, comes: rob }))).toBe('ALLOWED');
  const named = async () =>
    (await network.asYouth(young).mine.handovers()).handovers.map(({ leaves, comes }) => [leaves, comes]);
  expect(await named()).toEqual([['Cora', 'Rob']]);
  expect(await refusalOf(give({ leaves: rob, comes: dana, untilOn: inDays(3) }))).toBe('ALLOWED');
  expect(await named()).toEqual([
    ['Rob', 'Dana'],
    ['Cora', 'Rob'],
  ]);
  await network.owner(
    (sql) => sql`update handover set until = now() where until is not null and case_id = ${caseId}`,
  );
  expect(await named()).toEqual([['Cora', 'Rob']]);
});

test('somebody who is kept out of anything of a case cannot take it, and everything stays as it was', async () => {
  await network.asYouth(young).mine.keepOut({ staffId: cora.staffId });
  expect(await refusalOf(give())).toBe('BAD_INPUT');
  expect(await opens(dana)).toBe('ALLOWED');
});

test('the young person reads who is new and says if they want to talk; whoever supervises hears it and says when they did', async () => {
  await give();
  const mine = () => network.asYouth(young).mine.handovers();
  const [first] = (await mine()).handovers;
  expect(first).toMatchObject({ leaves: 'Dana', comes: 'Cora', agency: 'County Welfare', untilOn: null });
  if (!first) throw new Error('no handover');
  const { handoverId } = first;
  const { young: other } = await network.openCase(dana, 'Sam');
  expect((await network.asYouth(other).mine.handovers()).handovers).toEqual([]);
  expect(await refusalOf(network.asYouth(other).mine.answerHandover({ handoverId, answer: 'fine' }))).toBe(
    'NOT_FOUND',
  );

  await network.asYouth(young).mine.answerHandover({ handoverId, answer: 'talk' });
  expect((await mine()).handovers).toEqual([]);
  expect(await refusalOf(network.asYouth(young).mine.answerHandover({ handoverId, answer: 'fine' }))).toBe(
    'NOT_FOUND',
  );
  const talks = async () => (await network.as(stan).cases.caseloads()).talks;
  expect(await talks()).toMatchObject([{ handoverId, caseId, comes: 'Cora' }]);
  for (const nobody of [cora, dana, ortiz]) {
    expect((await network.as(nobody).cases.caseloads()).talks).toEqual([]);
    expect(await refusalOf(network.as(nobody).cases.talked({ handoverId }))).toBe('NOT_FOUND');
  }
  await network.as(stan).cases.talked({ handoverId });
  expect(await talks()).toEqual([]);
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks.map(({ action, who }) => [action, who])).toContainEqual(['case-handed', 'Stan']);
});

test('whoever supervises nothing reads no caseload of anybody', async () => {
  for (const nobody of [dana, ortiz]) {
    expect(await network.as(nobody).cases.caseloads()).toEqual({
      supervises: false,
      people: [],
      colleagues: [],
      talks: [],
    });
  }
  expect((await network.as(stan).cases.caseloads()).people.map(({ name }) => name)).toEqual(['Dana']);
});
