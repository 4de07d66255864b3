import { maskOf } from '@accord/consent';
import { type AgencyId, type CaseId, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

let network: Network;
let dana: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let police: AgencyId;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const clinic = await network.addAgency('River Clinic', 'mental-health');
  police = await network.addAgency('Town Police', 'law-enforcement');
  dana = await network.addStaff(welfare, 'Dana');
  sosa = await network.addStaff(clinic, 'Sosa');
  ortiz = await network.addStaff(police, 'Ortiz');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  await network.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Session on Tuesday' });
});
afterAll(() => network.close());

const textsOf = async (reader: StaffActor) =>
  JSON.stringify((await network.as(reader).cases.open({ caseId })).items);

test('a permission for one agency’s appointments opens no other agency’s', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['appointments']);
  const page = await textsOf(ortiz);
  expect(page).toContain('Dentist on Monday');
  expect(page).not.toContain('Session on Tuesday');
  await network.as(dana).consent.stop({ caseId, grantId });
});

test('what was stopped is gone on the next read, and the case with it', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await textsOf(ortiz)).toContain('Learn to swim');
  await network.asYouth(young).mine.stop({ grantId });
  expect(await refusalOf(network.as(ortiz).cases.open({ caseId }))).toBe('NOT_FOUND');
  expect((await network.as(ortiz).cases.list()).cases).toEqual([]);
});

test('stopping one kind leaves the other', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan', 'appointments']);
  const stopped = await network.as(dana).consent.stop({ caseId, grantId, categories: ['case-plan'] });
  expect(stopped.stillShared).toEqual(['appointments']);
  expect(stopped.alsoFrom).toEqual([]);
  const page = await textsOf(ortiz);
  expect(page).toContain('Dentist on Monday');
  expect(page).not.toContain('Learn to swim');
  await network.as(dana).consent.stop({ caseId, grantId });
});

test('one stop ends everything with one recipient, and leaves the others', async () => {
  const worker = network.as(dana);
  const { caseId: another } = await network.openCase(dana, 'Kit');
  await worker.cases.addGoal({ caseId: another, ownWords: 'Learn to cook' });
  const first = await network.share(dana, another, { as: ortiz }, ['case-plan']);
  await network.share(dana, another, { as: ortiz }, ['appointments']);
  const paused = await network.share(dana, another, { as: ortiz }, ['meetings']);
  await worker.consent.pause({ caseId: another, grantId: paused });
  const other = await network.share(dana, another, { as: sosa }, ['case-plan']);

  expect(await worker.consent.stop({ caseId: another, grantId: first, everything: true })).toMatchObject({
    stillShared: [],
    alsoFrom: [],
  });
  const { permissions } = await worker.consent.list({ caseId: another });
  const states = Object.fromEntries(permissions.map(({ grantId, state }) => [grantId, state]));
  expect(Object.values(states).toSorted()).toEqual(['active', 'stopped', 'stopped', 'stopped']);
  expect(states[other]).toBe('active');
  const lines = await network.owner(
    (sql) => sql`select category_mask from ledger_entry where case_id = ${another} and action = 'stopped'`,
  );
  expect(lines).toEqual([{ category_mask: String(maskOf(['case-plan', 'appointments', 'meetings'])) }]);

  // Nobody else can: not the recipient, not another agency on the case, and to them it is not there.
  for (const speaker of [ortiz, sosa]) {
    const call = network.as(speaker).consent.stop({ caseId: another, grantId: other, everything: true });
    expect(await refusalOf(call)).toBe('NOT_FOUND');
  }
});

test('a stop of everything holds by a paper that is over or was stopped before, and by nobody else’s word', async () => {
  const worker = network.as(dana);
  const { caseId: another } = await network.openCase(dana, 'Ash');
  await worker.cases.addGoal({ caseId: another, ownWords: 'Learn to dive' });
  const { young: stranger } = await network.openCase(dana, 'Bo');
  const stopped = await network.share(dana, another, { as: ortiz }, ['meetings']);
  await worker.consent.stop({ caseId: another, grantId: stopped });
  const over = await network.share(dana, another, { as: ortiz }, ['appointments']);
  await network.owner(async (sql) => {
    await sql`update consent_grant set valid_from = now() - interval '9 days', valid_to = now() - interval '1 day'
      where id = ${over}`;
    await sql`delete from effective_access where basis_id = ${over}`;
  });
  for (const grantId of [stopped, over]) {
    await network.share(dana, another, { as: ortiz }, ['case-plan']);
    expect((await network.as(ortiz).cases.open({ caseId: another })).items).not.toEqual([]);
    expect(await refusalOf(network.asYouth(stranger).mine.stop({ grantId, everything: true }))).toBe(
      'NOT_FOUND',
    );
    for (const everything of [false, 'yes', 1, null])
      expect(
        await refusalOf(worker.consent.stop({ caseId: another, grantId, everything: everything as never })),
      ).toBe('BAD_INPUT');
    await worker.consent.stop({ caseId: another, grantId, everything: true });
    expect(await refusalOf(network.as(ortiz).cases.open({ caseId: another }))).toBe('NOT_FOUND');
  }
});
