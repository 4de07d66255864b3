import type { CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';

// What lies beside the text of an item: whose goal a step belongs to, who else reads it, who has looked at what.

let network: Network;
let dana: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let nia: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  nia = await network.addStaff(await network.addAgency('North School', 'education'), 'Nia');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  await network.share(dana, caseId, { as: ortiz, mayWrite: true }, ['case-plan']);
});
afterAll(() => network.close());

test('a step does not tell of a goal that is not shared with its reader', async () => {
  const { itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  const { itemId: stepId } = await network.as(sosa).cases.addStep({ caseId, goalId, text: 'Find a pool' });
  await network.share(sosa, caseId, { as: nia }, ['case-plan']);
  const stepFor = async (reader: StaffActor) =>
    (await network.as(reader).cases.open({ caseId })).items.find(({ itemId }) => itemId === stepId);
  expect((await stepFor(sosa))?.parentId).toBe(goalId);
  const step = await stepFor(nia);
  expect(step?.content.is).toBe('open');
  expect(step?.parentId).toBeNull();
});

test('the young person is told who reads an item, by a permission of its own owner', async () => {
  await network.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Session on Tuesday' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  await network.share(dana, caseId, { as: nia }, ['appointments']);
  const { items } = await network.asYouth(young).mine.open();
  const audienceOf = (owner: string) =>
    items.find((item) => item.owner === owner && item.categories.includes('appointments'))?.audience;
  expect(audienceOf('County Welfare')).toEqual(['Nia']);
  expect(audienceOf('River Clinic')).toEqual([]);
});

test('who looked tells of no quiet kind that is hidden from the young person', async () => {
  await network.as(ortiz).cases.addNote({ caseId, category: 'le-investigative', facts: 'Took a statement' });
  await network.as(ortiz).cases.open({ caseId });
  const { looks } = await network.asYouth(young).mine.looks();
  expect(JSON.stringify(looks)).not.toContain('le-investigative');
  const his = looks.filter(({ who }) => who === 'Ortiz').map(({ action }) => action);
  expect(his).toContain('opened');
  expect(his).not.toContain('wrote');
});

test('who looked names a quiet kind that the young person agreed to share', async () => {
  const shelter = await network.addStaff(
    await network.addAgency('Open House', 'runaway-homeless-youth'),
    'Ari',
  );
  const own = await network.openCase(shelter, 'Jay');
  await network.as(shelter).cases.addNote({ caseId: own.caseId, category: 'rhy-record', facts: 'Arrived' });
  await network.share(shelter, own.caseId, { as: nia }, ['rhy-record']);
  await network.as(nia).cases.open({ caseId: own.caseId });
  const { looks } = await network.asYouth(own.young).mine.looks();
  const hers = looks.find(({ who, action }) => who === 'Nia' && action === 'opened');
  expect(hers?.what).toEqual(['rhy-record']);
});
