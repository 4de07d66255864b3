import { maskOf } from '@accord/consent';
import type { CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';

// A stop says what is out already: which kinds, on which days, and nothing that was read some other way.

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let pete: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let grantId: GrantId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  ortiz = await network.addStaff(police, 'Ortiz');
  pete = await network.addStaff(police, 'Pete');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan', 'appointments']);
});

const read = (who: StaffActor) => network.as(who).cases.open({ caseId });
const stop = async (categories?: ('case-plan' | 'appointments')[]) =>
  (await network.as(dana).consent.stop({ caseId, grantId, ...(categories ? { categories } : {}) })).out;
/** The last reading was so many days ago: the ledger is told so by whom no policy holds back. */
const ago = (days: number) =>
  network.owner(async (sql) => {
    await sql`update consent_grant set valid_from = now() - interval '30 days' where id = ${grantId}`;
    await sql`update ledger_entry set at = now() - ${days} * interval '1 day' where id = (
      select id from ledger_entry where actor_id = ${ortiz.staffId} and case_id = ${caseId} order by at desc limit 1)`;
  });
const today = async () => {
  const [row] = await network.owner(
    (sql) =>
      sql<{ day: string }[]>`select to_char(now() at time zone 'America/Chicago', 'YYYY-MM-DD') as day`,
  );
  return row?.day ?? '';
};

test('what was never opened is not out', async () => {
  expect(await stop()).toEqual([]);
});

test('each kind with its days, the whole permission', async () => {
  await read(ortiz);
  await ago(3);
  await read(ortiz);
  await read(ortiz);
  const out = await stop();
  expect(out.map(({ kind }) => kind)).toEqual(['case-plan', 'appointments']);
  for (const { days } of out) {
    expect(days).toHaveLength(2);
    expect(days[1]).toBe(await today());
  }
});

test('of a stop by kind, that kind alone', async () => {
  await read(ortiz);
  expect((await stop(['appointments'])).map(({ kind }) => kind)).toEqual(['appointments']);
});

test('what somebody else read, or for another purpose, or before it was signed, is not under it', async () => {
  await network.share(dana, caseId, { as: sosa }, ['case-plan']);
  await network.share(dana, caseId, { as: ortiz, purpose: 'investigation' }, ['case-plan']);
  await read(sosa);
  await network.as(ortiz, 'investigation').cases.open({ caseId });
  await read(dana);
  expect(await stop()).toEqual([]);
});

test('the young person is told the same', async () => {
  await read(ortiz);
  const { out } = await network.asYouth(young).mine.stop({ grantId });
  expect(out).toEqual([
    { kind: 'case-plan', days: [await today()] },
    { kind: 'appointments', days: [await today()] },
  ]);
});

test('nobody who could not stop it learns when it was read', async () => {
  await read(ortiz);
  for (const actor of [ortiz, pete, sosa]) {
    const rows = await network.database.withActor(
      actor,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      (tx) => tx`select * from already_out(${grantId}, 'UTC')`,
    );
    expect(rows).toHaveLength(0);
  }
  const own = await network.database.withActor(
    dana,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    (tx) => tx<{ categories: bigint }[]>`select * from already_out(${grantId}, 'UTC')`,
  );
  expect(own.map(({ categories }) => categories)).toEqual([maskOf(['case-plan', 'appointments'])]);
});
