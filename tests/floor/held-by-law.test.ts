import type { StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let caseId: Awaited<ReturnType<Network['openCase']>>['caseId'];

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  ortiz = await network.addStaff(await network.addAgency('City Police', 'law-enforcement'), 'Ortiz');
});
beforeEach(async () => {
  ({ caseId } = await network.openCase(dana, 'Robin'));
});
afterAll(() => network.close());

const gridOf = (reader: StaffActor, asOf?: string) =>
  network.as(reader).consent.whoSeesWhat({ caseId, ...(asOf ? { asOf } : {}) });

async function said(asOf?: string) {
  const { columns, rows } = await gridOf(dana, asOf);
  const at = columns.findIndex(({ name }) => name === 'Ortiz');
  const cells = Object.fromEntries(rows.map(({ kind, cells: row }) => [kind, row[at]?.reason]));
  return { law: columns[at]?.law ?? null, cells };
}

test('the grid says what a permission names and the law keeps closed, for today alone', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['case-plan', 'edu-record']);
  const today = await said();
  expect(today.law).toEqual([{ kind: 'edu-record', rules: ['F-3'], needs: 'adult' }]);
  expect(today.cells).toMatchObject({ 'case-plan': 'permission', 'edu-record': 'law' });
  expect((await said(inDays(3))).law).toEqual([]);
});

test('somebody whose permission opens nothing yet has a column, and all of it can be stopped', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['edu-record']);
  expect((await said()).cells).toMatchObject({ 'case-plan': 'no-permission', 'edu-record': 'law' });
  const { columns } = await gridOf(dana);
  expect(columns.find(({ name }) => name === 'Ortiz')?.permissions).toEqual([
    { grantId, categories: ['edu-record'] },
  ]);
  await network.as(dana).consent.stop({ caseId, grantId });
  expect((await said()).law ?? []).toEqual([]);
});

test('a signature that was missing takes the line away, and the recipient never reads one', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['edu-record']);
  const authorityId = await network.addGuardian(dana, caseId);
  const { notACondition: _, ...form } = SIGNATURE;
  await network.as(dana).consent.countersign({ caseId, grantId, authorityId, ...form });
  expect(await said()).toMatchObject({ law: [], cells: { 'edu-record': 'permission' } });
  expect(await refusalOf(gridOf(ortiz))).toBe('NOT_FOUND');
});

test('T18-1: a draft for the time after they come of age says from when it would hold, any other does not', async () => {
  await network.owner(
    (sql) => sql`update young_fact set born_on = (now() - interval '17 years 11 months')::date
      where case_id = ${caseId}`,
  );
  const prepare = (fromMajority: boolean) =>
    network.as(dana).consent.prepare({
      caseId,
      recipient: { kind: 'staff', staffId: ortiz.staffId },
      categories: ['case-plan'],
      purpose: 'care-plan-coordination',
      endsOn: inDays(120),
      need: 'To go on together.',
      withoutSharing: 'No.',
      fromMajority,
    });
  const later = await prepare(true);
  const now = await prepare(false);
  const { permissions } = await network.as(dana).consent.list({ caseId });
  const startsAt = new Map(permissions.map((one) => [one.grantId, one.startsAt]));
  expect(Date.parse(startsAt.get(later.grantId) ?? '')).toBeGreaterThan(Date.now());
  expect(startsAt.get(now.grantId)).toBeNull();
});
