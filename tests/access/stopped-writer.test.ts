import type { CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// Whoever was let write by a permission writes as long as it holds. What they wrote stays their agency's to read.

let network: Network;
let dana: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
});

const share = (days = 30) => network.share(dana, caseId, { as: sosa, mayWrite: true, days }, ['case-plan']);
const write = () =>
  refusalOf(
    network.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Session on Tuesday' }),
  );

test('a stop ends the writing, and leaves them what is their own', async () => {
  const grantId = await share();
  expect(await write()).toBe('ALLOWED');
  await network.asYouth(young).mine.stop({ grantId });
  expect(await write()).toBe('NOT_FOUND');
  const page = await network.as(sosa).cases.open({ caseId });
  expect(page.writes).toEqual([]);
  expect(page.items.map(({ owner }) => owner)).toEqual(['River Clinic']);
});

test('so does its end', async () => {
  const grantId = await share();
  const dated = await network.owner(
    (sql) => sql`select from assignment a join consent_grant g on g.valid_to = a.valid_to
      where g.id = ${grantId} and a.staff_id = ${sosa.staffId} and a.kind = 'assigned'`,
  );
  expect(dated).toHaveLength(1);
});

test('another permission to write goes on, whichever is stopped first', async () => {
  const [short, long] = [await share(10), await share(20)];
  await network.as(dana).consent.stop({ caseId, grantId: long });
  expect(await write()).toBe('ALLOWED');
  await network.as(dana).consent.stop({ caseId, grantId: short });
  expect(await write()).toBe('NOT_FOUND');
});

test('a stop does not undo what their own agency decided', async () => {
  const grantId = await share();
  await network.owner(
    (sql) => sql`update assignment set valid_to = 'infinity'
      where case_id = ${caseId} and staff_id = ${sosa.staffId} and kind = 'assigned'`,
  );
  await network.asYouth(young).mine.stop({ grantId });
  expect(await write()).toBe('ALLOWED');
});
