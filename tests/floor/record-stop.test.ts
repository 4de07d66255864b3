import type { RecordStopInput } from '@accord/consent';
import type { CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A stop by phone, text or paper: any worker of the agency that discloses writes it down, and it holds from then on.

let network: Network;
let dana: StaffActor;
let sam: StaffActor;
let olga: StaffActor;
let ortiz: StaffActor;
let pete: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let goals: GrantId;
let visits: GrantId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  sam = await network.addStaff(welfare, 'Sam');
  olga = await network.addStaff(welfare, 'Olga');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  ortiz = await network.addStaff(police, 'Ortiz');
  pete = await network.addStaff(police, 'Pete');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, sam, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  goals = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  visits = await network.share(dana, caseId, { as: sosa }, ['appointments']);
});

type What = RecordStopInput['what'];
const stop = (what: What, who = dana, cameBy: RecordStopInput['cameBy'] = 'phone') =>
  network.as(who).consent.recordStop({ caseId, cameBy, what });
const opens = async (who: StaffActor): Promise<number> => {
  const answer = await network
    .as(who)
    .cases.open({ caseId })
    .catch(() => null);
  return answer?.items.length ?? 0;
};
const everything = { is: 'everything' } as const;

test('everything ends at once for everybody, and the answer names them and what they have read', async () => {
  expect([await opens(ortiz), await opens(sosa)]).toEqual([1, 1]);
  const { stopped, goesOn, byLaw, out } = await stop(everything);
  expect([await opens(ortiz), await opens(sosa)]).toEqual([0, 0]);
  expect(stopped.map(({ name, categories }) => [name, ...categories]).toSorted()).toEqual([
    ['Ortiz', 'case-plan'],
    ['Sosa', 'appointments'],
  ]);
  expect(out.map(({ name, read }) => [name, ...read.map(({ kind }) => kind)]).toSorted()).toEqual([
    ['Ortiz', 'case-plan'],
    ['Sosa', 'appointments'],
  ]);
  expect([goesOn, byLaw]).toEqual([[], []]);
});

test('a supervisor who works on no item of the case writes it down as well as the worker', async () => {
  await stop({ is: 'permission', grantId: goals }, sam, 'paper');
  expect([await opens(ortiz), await opens(sosa)]).toEqual([0, 1]);
});

test('one permission ends alone; what goes on with the same agency is said', async () => {
  await network.share(dana, caseId, { as: pete }, ['appointments']);
  const { stopped, goesOn } = await stop({ is: 'permission', grantId: goals });
  expect(stopped).toEqual([{ name: 'Ortiz', agency: 'Town Police', categories: ['case-plan'] }]);
  expect(goesOn).toEqual([{ name: 'Pete', agency: 'Town Police', categories: ['appointments'] }]);
  expect([await opens(pete), await opens(sosa)]).toEqual([1, 1]);
});

test('one recipient ends with every permission that names them, a paused one too', async () => {
  const second = await network.share(dana, caseId, { as: ortiz }, ['appointments']);
  await network.as(dana).consent.pause({ caseId, grantId: second });
  const { stopped } = await stop({ is: 'recipient', grantId: goals });
  expect(stopped.flatMap(({ categories }) => categories).toSorted()).toEqual(['appointments', 'case-plan']);
  expect(await refusalOf(network.as(dana).consent.resume({ caseId, grantId: second }))).toBe('CONFLICT');
  expect(await opens(sosa)).toBe(1);
});

test('what a court has ordered goes on, and the answer says so', async () => {
  await network.as(dana).bases.record({
    caseId,
    kind: 'court_order',
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['case-plan'],
    purposes: ['care-plan-coordination'],
    number: 'JV-2026-0118',
    issuedOn: inDays(-2),
    endsOn: inDays(30),
    told: 'in-person',
  });
  const { byLaw } = await stop({ is: 'recipient', grantId: goals });
  expect(byLaw).toMatchObject([{ name: 'Ortiz', kind: 'court_order', categories: ['case-plan'] }]);
  expect(await opens(ortiz)).toBe(1);
  // Of somebody else's order a stop with one recipient says nothing.
  expect((await stop({ is: 'recipient', grantId: visits })).byLaw).toEqual([]);
});

test('what another agency shares is not stopped, nor told of', async () => {
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  await network.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Thursday at four' });
  const fromClinic = await network.share(sosa, caseId, { as: pete }, ['appointments']);
  const { stopped, goesOn } = await stop(everything);
  expect(stopped).toHaveLength(3);
  expect(goesOn).toEqual([]);
  expect(await opens(pete)).toBe(1);
  expect(await refusalOf(stop({ is: 'permission', grantId: fromClinic }))).toBe('NOT_FOUND');
});

test('the record keeps how it came, and the young person reads it, with one line of the ledger', async () => {
  await stop(everything, dana, 'text');
  const { permissions } = await network.asYouth(young).mine.permissions();
  expect(
    permissions.map(({ state, stoppedHow, stoppedByName }) => [state, stoppedHow, stoppedByName]),
  ).toEqual([
    ['stopped', 'text', 'Dana'],
    ['stopped', 'text', 'Dana'],
  ]);
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks.filter(({ action }) => action === 'stopped')).toHaveLength(1);
});

test('said twice it is said once, and where nothing is shared nothing is stopped', async () => {
  await stop(everything);
  expect((await stop(everything)).stopped).toEqual([]);
  expect((await stop({ is: 'permission', grantId: goals })).stopped).toEqual([]);
  const rows = await network.owner((sql) => sql`select from consent_revocation where grant_id = ${goals}`);
  expect(rows).toHaveLength(1);
});

test('a recipient, and a colleague who is not on the case, can stop nothing', async () => {
  for (const stranger of [ortiz, olga]) {
    for (const what of [everything, { is: 'permission', grantId: goals } as const])
      expect(await refusalOf(stop(what, stranger))).toBe('NOT_FOUND');
  }
  expect([await opens(ortiz), await opens(sosa)]).toEqual([1, 1]);
});

test('a signature that comes at the same moment stands before the stop, or after it', async () => {
  const { grantId } = await network.as(dana).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: pete.staffId },
    categories: ['case-plan'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(10),
    need: 'For the ride.',
    withoutSharing: 'No.',
  });
  const [{ stopped }] = await Promise.all([
    stop(everything),
    network.as(sam).consent.list({ caseId }),
    network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE }),
  ]);
  const wasStopped = stopped.some(({ name }) => name === 'Pete');
  expect(await opens(pete)).toBe(wasStopped ? 0 : 1);
});
