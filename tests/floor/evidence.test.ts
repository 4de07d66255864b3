import type { CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { consentFile, EVIDENCE_NAME } from '../support/evidence.ts';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A consent of another system, brought in: it proposes, is kept with what was prepared from it, and opens nothing.

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
});

const prepare = (evidence: string, who = dana) =>
  network.as(who).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['case-plan'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
    evidence,
  });
const reads = (who = dana, file = consentFile()) => network.as(who).standards.readEvidence({ caseId, file });
const keptWith = (grantId: GrantId, who = dana) => network.as(who).standards.evidenceOf({ caseId, grantId });
const opens = () => refusalOf(network.as(ortiz).cases.open({ caseId }));

test('it says what a permission can say of it, and nothing of it is kept by reading it', async () => {
  expect(await reads()).toEqual({
    signedOn: '2026-01-05',
    kinds: ['case-plan'],
    purpose: 'care-plan-coordination',
    endsOn: null,
    beyond: [],
  });
  expect((await network.as(dana).consent.list({ caseId })).permissions).toEqual([]);
});

test('what was prepared from it opens by the young person’s own signature, and not before', async () => {
  const { grantId } = await prepare(consentFile());
  expect(await opens()).toBe('NOT_FOUND');
  await network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE });
  expect(await opens()).toBe('ALLOWED');
});

test('it is read as it came by whoever discloses, with a line that the young person sees, and by nobody else', async () => {
  const { grantId } = await prepare(consentFile());
  await network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE });
  expect((await keptWith(grantId)).json).toBe(consentFile());
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks[0]).toMatchObject({ who: 'Dana', action: 'opened' });
  expect(await refusalOf(keptWith(grantId, ortiz))).toBe('NOT_FOUND');
  const [listed] = (await network.as(dana).consent.list({ caseId })).permissions;
  expect(listed).toMatchObject({ hasEvidence: true });
  const without = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await refusalOf(keptWith(without))).toBe('NOT_FOUND');
});

test('its words lie sealed', async () => {
  await prepare(consentFile());
  const rows = await network.owner((sql) => sql<{ sealed: Buffer }[]>`select sealed from consent_document`);
  expect(rows).not.toEqual([]);
  for (const { sealed } of rows) expect(sealed.includes(EVIDENCE_NAME)).toBe(false);
});

test('what is not understood is named, prepares nothing, and says none of its words', async () => {
  const odd = consentFile({ status: 'inactive' });
  for (const refused of [reads(dana, odd), prepare(odd)]) {
    const error = await refused.catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error)).not.toContain(EVIDENCE_NAME);
    expect(error).toMatchObject({ cause: { code: 'BAD_INPUT' } });
  }
  expect((await network.as(dana).consent.list({ caseId })).permissions).toEqual([]);
});

test('a name in the file that is longer than its meaning is cut in the answer', async () => {
  const error = await reads(dana, consentFile({ ['x'.repeat(9_000)]: true })).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({
    cause: {
      code: 'BAD_INPUT',
      fields: [{ field: 'file', message: expect.stringMatching(/^Consent\.x{112}…: /) }],
    },
  });
});

test('nobody reads one in on a case for which they prepare nothing', async () => {
  expect(await refusalOf(reads(ortiz))).toBe('NOT_FOUND');
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await refusalOf(reads(ortiz))).toBe('NOT_FOUND');
});
