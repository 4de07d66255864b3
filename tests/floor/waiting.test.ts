import { DOMAINS, type AuthorityId } from '@accord/consent';
import type { CaseId, GrantId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';

// What else waits in the inbox: orders to act on, signatures that stand in conflict.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let ortiz: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  stan = await network.addStaff(welfare, 'Stan');
  olga = await network.addStaff(welfare, 'Olga');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
});

const inbox = async (who: StaffActor) => {
  const { orders, conflicts } = await network.as(who).consent.inbox();
  return {
    orders: orders.filter((each) => each.caseId === caseId),
    conflicts: conflicts.filter((each) => each.caseId === caseId),
  };
};
const conflicts = async () =>
  (await inbox(dana)).conflicts.map((each) => [
    each.is,
    each.who,
    ...(each.is === 'disagree' ? [each.other] : []),
  ]);

const addAdult = async (relation: 'father' | 'mother'): Promise<AuthorityId> => {
  const { authorityId } = await network.as(dana).consent.recordSigner({
    caseId,
    capacity: 'guardian',
    relation,
    domains: [...DOMAINS],
    evidence: 'birth-record',
  });
  await network.as(dana).consent.agreeContact({ caseId, authorityId });
  return authorityId;
};
const signedBy = (adult: AuthorityId): Promise<GrantId> =>
  network.share(dana, caseId, { as: ortiz, adult }, ['case-plan']);
const order = (changes: { endsOn?: string; told?: 'in-person' | 'not-reached' }) =>
  network.as(dana).bases.record({
    caseId,
    kind: 'court_order',
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['case-plan'],
    purposes: ['care-plan-coordination'],
    number: 'JV-2026-0118',
    issuedOn: inDays(-2),
    endsOn: inDays(60),
    told: 'in-person',
    ...changes,
  });
/** As the owner of the schema, whom no row policy holds back, sets the clock of a basis. */
test('an order waits while nobody has told the young person, and when it ends soon', async () => {
  await order({});
  expect((await inbox(dana)).orders).toEqual([]);
  await order({ endsOn: inDays(7) });
  const { basisId } = await order({ told: 'not-reached' });
  expect((await inbox(dana)).orders).toMatchObject([
    { number: 'JV-2026-0118', name: 'Ortiz', isTold: true, endsOn: inDays(7) },
    { isTold: false },
  ]);
  expect((await inbox(stan)).orders).toHaveLength(2);
  for (const who of [olga, ortiz]) expect((await inbox(who)).orders).toEqual([]);
  await network.as(dana).bases.tell({ caseId, basisId, how: 'by-phone' });
  await network.as(dana).bases.end({ caseId, basisId, reason: 'lifted' });
  expect((await inbox(dana)).orders).toHaveLength(1);
});

test('a permission that somebody signed who is to sign nothing stands as a conflict until it is stopped', async () => {
  const mother = await addAdult('mother');
  const grantId = await signedBy(mother);
  expect(await conflicts()).toEqual([]);
  await network.as(dana).consent.excludeSigner({ caseId, authorityId: mother });
  expect(await conflicts()).toEqual([['barred', 'mother']]);
  expect((await inbox(stan)).conflicts).toHaveLength(1);
  for (const who of [olga, ortiz]) expect((await inbox(who)).conflicts).toEqual([]);
  await network.as(dana).consent.stop({ caseId, grantId });
  expect(await conflicts()).toEqual([]);
});

test('a custody that changed shows what it closed', async () => {
  const mother = await addAdult('mother');
  await signedBy(mother);
  await network.as(dana).consent.endSigner({ caseId, authorityId: mother });
  expect(await conflicts()).toEqual([['authority-over', 'mother']]);
});

test('two parents who do not agree are a conflict, as long as both of them have a say', async () => {
  const mother = await addAdult('mother');
  const father = await addAdult('father');
  const grantId = await signedBy(mother);
  await network.as(dana).consent.withdraw({ caseId, grantId, capacity: 'guardian' });
  expect(await conflicts()).toEqual([]);
  await network.countersign(dana, caseId, grantId, father);
  expect(await conflicts()).toEqual([['disagree', 'father', 'mother']]);
  await network.as(dana).consent.excludeSigner({ caseId, authorityId: mother });
  expect(await conflicts()).toEqual([]);
});
