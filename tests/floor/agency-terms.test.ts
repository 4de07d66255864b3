import { maskOf } from '@accord/consent';
import type { AgencyId, CaseId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A tribe, as an agency with terms of its own: what it keeps to itself no permission of it opens, whoever signs.

let network: Network;
let tribe: AgencyId;
let lena: StaffActor;
let ortiz: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  tribe = await network.addAgency('Cedar River Nation', 'child-welfare');
  lena = await network.addStaff(tribe, 'Lena');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());

const anything = (1n << 63n) - 1n;
const setTerms = (shareable: bigint, terms: string | null = null) =>
  network.owner(
    (sql) =>
      sql`update agency set shareable_mask = ${String(shareable)}, data_terms = ${terms} where id = ${tribe}`,
  );

beforeEach(async () => {
  await setTerms(anything);
  ({ caseId } = await network.openCase(lena, 'Robin'));
  await network.as(lena).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(lena).cases.addNote({ caseId, category: 'cw-record', facts: 'Visited' });
});

const prepare = (categories: ('case-plan' | 'cw-record')[]) =>
  network.as(lena).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories,
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
  });
const seen = async () =>
  (await network.as(ortiz).cases.open({ caseId })).items.flatMap(({ categories }) => categories);

test('a kind that the terms keep cannot be prepared or previewed, and the field is named', async () => {
  await setTerms(maskOf(['case-plan']));
  expect(await refusalOf(prepare(['case-plan']))).toBe('ALLOWED');
  await expect(prepare(['case-plan', 'cw-record'])).rejects.toMatchObject({
    cause: { fields: [{ field: 'categories' }] },
  });
  const preview = network.as(lena).consent.previewChange({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    add: ['cw-record'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
  });
  await expect(preview).rejects.toMatchObject({ cause: { fields: [{ field: 'add' }] } });
});

test('what was prepared before the terms opens no more than they let', async () => {
  const { grantId } = await prepare(['case-plan', 'cw-record']);
  await setTerms(maskOf(['case-plan']));
  await network.as(lena).consent.sign({
    caseId,
    grantId,
    signedName: 'Robin',
    method: 'typed',
    witnessName: 'A. Witness',
    understood: true,
    notACondition: true,
    copyGiven: true,
  });
  expect(await seen()).toEqual(['case-plan']);
});

test('the floor turns a row away that the terms keep, though it was signed', async () => {
  const { grantId } = await prepare(['case-plan', 'cw-record']);
  await setTerms(maskOf(['case-plan']));
  const mask = maskOf(['case-plan', 'cw-record']).toString();
  const project = network.database.withActor(
    lena,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    async (tx) => {
      await tx`select sign_grant(${grantId}, 'typed', sha256('form'), 0)`;
      const row = {
        owner_agency: tribe,
        grantee_kind: 'staff',
        grantee_id: ortiz.staffId,
        purpose: 1,
        see_mask: mask,
        know_mask: mask,
        valid_to: `${inDays(20)}T00:00:00Z`,
      };
      await tx`select project_grant(${grantId}, ${tx.json([row])})`;
    },
  );
  expect(await refusalOf(project)).toBe('INTERNAL');
});

test('narrower terms close at once what a permission had opened, with its keys; wider ones open nothing', async () => {
  const grantId = await network.share(lena, caseId, { as: ortiz }, ['case-plan', 'cw-record']);
  expect((await seen()).toSorted()).toEqual(['case-plan', 'cw-record']);
  await setTerms(maskOf(['case-plan']));
  expect(await seen()).toEqual(['case-plan']);
  const wraps = await network.owner(
    (sql) =>
      sql`select from key_wrap where basis_id = ${grantId} and category_mask & ${maskOf(['cw-record']).toString()} <> 0`,
  );
  expect(wraps).toHaveLength(0);
  await setTerms(anything);
  expect(await seen()).toEqual(['case-plan']);
});

test('the grid says never, by the agency’s own terms, and shows its words', async () => {
  await network.share(lena, caseId, { as: ortiz }, ['case-plan']);
  await setTerms(maskOf(['case-plan']), 'The council decides what leaves the Nation.');
  const grid = await network.as(lena).consent.whoSeesWhat({ caseId });
  expect(grid.dataTerms).toBe('The council decides what leaves the Nation.');
  const at = grid.columns.findIndex(({ name }) => name === 'Ortiz');
  const row = grid.rows.find(({ kind }) => kind === 'cw-record');
  expect(row?.shareable).toBe(false);
  expect(row?.cells[at]).toMatchObject({ state: 'never', reason: 'agency-terms' });
  const { agencies } = await network.as(ortiz).identity.colleagues();
  expect(agencies.find(({ agencyId }) => agencyId === tribe)?.dataTerms).toBe(
    'The council decides what leaves the Nation.',
  );
});
