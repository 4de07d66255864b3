import type { CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network, inDays, SIGNATURE } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// An ask tells its asker nothing, reaches only those who can answer it, and is answered by a permission or by nobody.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let nia: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  stan = await network.addStaff(welfare, 'Stan');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
  nia = await network.addStaff(await network.addAgency('North School', 'education'), 'Nia');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
});

const ask = (who: StaffActor, kind: 'appointments' | 'mh-record' | 'cw-reporter' = 'appointments') =>
  network.as(who).consent.ask({ caseId, kind, need: 'planning' });
const waits = async (who: StaffActor) => {
  const { waiting } = await network.as(who).consent.inbox();
  return waiting.flatMap((each) => (each.is === 'request' && each.caseId === caseId ? [each] : []));
};
const stored = () => network.owner((sql) => sql`select from consent_request where case_id = ${caseId}`);

test('it waits for the staff of the agency that was asked, marked where it comes from police', async () => {
  expect(await ask(ortiz)).toEqual({ asked: true });
  for (const who of [dana, stan]) {
    expect(await waits(who)).toMatchObject([
      {
        name: 'Ortiz',
        categories: ['appointments'],
        need: 'planning',
        // Who leads is told of it as it is; anybody else, that it goes to the lead worker first.
        leadFirst: who !== dana,
        mayPrepare: who === dana,
      },
    ]);
  }
  for (const who of [ortiz, sosa, nia]) expect(await waits(who)).toEqual([]);
});

test('a second one within 30 days is answered the same and writes nothing', async () => {
  const first = await ask(ortiz);
  const lines = () => network.owner((sql) => sql`select from ledger_entry where case_id = ${caseId}`);
  const before = await lines();
  expect(await ask(ortiz)).toEqual(first);
  expect(await stored()).toHaveLength(1);
  expect(await lines()).toHaveLength(before.length);
  await network.owner(
    (sql) => sql`update consent_request set asked_at = now() - interval '31 days' where case_id = ${caseId}`,
  );
  await ask(ortiz);
  expect(await stored()).toHaveLength(2);
});

test('two at once are one', async () => {
  await Promise.all([ask(ortiz), ask(ortiz), ask(ortiz)]);
  expect(await stored()).toHaveLength(1);
});

test('asking for a kind that nobody wrote is answered like asking for one that is there', async () => {
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist' });
  expect(JSON.stringify(await ask(ortiz, 'appointments'))).toBe(
    JSON.stringify(await ask(ortiz, 'mh-record')),
  );
});

test('what is set aside looks the same to its asker as what waits, and as what was answered', async () => {
  const before = JSON.stringify(await ask(ortiz));
  const [request] = await waits(dana);
  if (!request) throw new Error('no request');
  const { requestId } = request;
  await network.as(dana).consent.setAside({ caseId, requestId, reason: 'they-said-no' });
  expect(await waits(dana)).toEqual([]);
  expect(JSON.stringify(await ask(ortiz))).toBe(before);
  expect((await network.as(ortiz).consent.inbox()).waiting).toEqual([]);

  await network.as(dana).consent.takeUp({ caseId, requestId });
  expect(await waits(dana)).toHaveLength(1);
  expect(await refusalOf(network.as(dana).consent.takeUp({ caseId, requestId }))).toBe('CONFLICT');
});

test('a draft takes its place in the inbox, and the signature answers it for good', async () => {
  await ask(ortiz);
  const [request] = await waits(dana);
  if (!request) throw new Error('no request');
  const { grantId } = await network.as(dana).consent.prepare({
    caseId,
    recipient: request.recipient,
    categories: request.categories,
    purpose: request.purpose,
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
  });
  expect(await waits(dana)).toEqual([]);
  const { waiting } = await network.as(dana).consent.inbox();
  expect(waiting.filter(({ is, caseId: of }) => is === 'draft' && of === caseId)).toHaveLength(1);

  await network.as(dana).consent.discard({ caseId, grantId });
  expect(await waits(dana)).toHaveLength(1);
  await network.share(dana, caseId, { as: ortiz }, ['appointments']);
  expect(await waits(dana)).toEqual([]);
  const { requestId } = request;
  const setAside = network.as(dana).consent.setAside({ caseId, requestId, reason: 'not-now' });
  expect(await refusalOf(setAside)).toBe('CONFLICT');
});

test('who has no part in the case asks nobody, and learns nothing by trying', async () => {
  expect(await refusalOf(ask(nia))).toBe('NOT_FOUND');
  const unknown = network.as(nia).consent.ask({
    caseId: '0190a000-0000-7000-8000-000000000000' as CaseId,
    kind: 'appointments',
    need: 'planning',
  });
  expect(await refusalOf(unknown)).toBe('NOT_FOUND');
  expect(await stored()).toHaveLength(0);
});

test('what no permission opens cannot be asked for', async () => {
  expect(await refusalOf(ask(ortiz, 'cw-reporter'))).toBe('BAD_INPUT');
  const underneath = network.database.withActor(
    ortiz,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    (tx) => tx`select ask_for(gen_random_uuid(), ${caseId}, 64, 'planning')`,
  );
  expect(await refusalOf(underneath)).toBe('NOT_FOUND');
});

test('only the agency that was asked decides', async () => {
  await ask(ortiz);
  const [request] = await waits(dana);
  if (!request) throw new Error('no request');
  const { requestId } = request;
  for (const who of [ortiz, sosa, nia]) {
    const decide = network.as(who).consent.setAside({ caseId, requestId, reason: 'not-now' });
    expect(await refusalOf(decide)).toBe('NOT_FOUND');
  }
  expect(await waits(dana)).toHaveLength(1);
});

test('the young person reads who asked, for which kind, and that it was an ask', async () => {
  await ask(ortiz);
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks.filter(({ action }) => action === 'asked')).toMatchObject([
    { who: 'Ortiz', agency: 'Town Police', what: ['appointments'] },
  ]);
});

test('the inbox holds what ends within 14 days and not what ends later, and no text of a case', async () => {
  await network.share(dana, caseId, { as: nia, days: 10 }, ['case-plan']);
  const { waiting } = await network.as(dana).consent.inbox();
  const ending = waiting.filter((each) => each.is === 'ending' && each.caseId === caseId);
  expect(ending).toMatchObject([{ name: 'Nia', endsOn: inDays(10) }]);
  expect(JSON.stringify(waiting)).not.toMatch(/Robin|To plan together/);
  await network.as(dana).consent.sign({
    caseId,
    grantId: (
      await network.as(dana).consent.prepare({
        caseId,
        recipient: { kind: 'staff', staffId: sosa.staffId },
        categories: ['case-plan'],
        purpose: 'care-plan-coordination',
        endsOn: inDays(20),
        need: 'x',
        withoutSharing: 'No.',
      })
    ).grantId,
    ...SIGNATURE,
  });
  expect((await network.as(dana).consent.inbox()).waiting.filter(({ name }) => name === 'Sosa')).toEqual([]);
});
