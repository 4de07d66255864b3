import { maskOf, NOTICES, referenceOfNotice } from '@accord/consent';
import { writeItem } from '@accord/cases/server';
import type { CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';

/** What a notice is worth: it went with the page, and the ledger can prove which words it had. */
let network: Network;
let teacher: StaffActor;
let nurse: StaffActor;
let young: YouthActor;
let caseId: CaseId;

const purpose = 'care-plan-coordination';

beforeAll(async () => {
  network = await Network.start();
  teacher = await network.addStaff(await network.addAgency('Alder Unified', 'education'), 'Priya');
  nurse = await network.addStaff(await network.addAgency('Alder Health', 'medical'), 'Tom');
  ({ caseId, young } = await network.openCase(teacher, 'Robin'));
  await write(['edu-record'], 'Present all week.');
  await write(['sud-part2', 'case-plan'], 'A morning group on Fridays.');
});
afterAll(() => network.close());

const write = (kinds: Parameters<typeof maskOf>[0], facts: string) =>
  network.database.withActor(teacher, { purpose, cases: [caseId] }, (tx) =>
    writeItem(
      tx,
      network.vault,
      { nodeId: network.database.node.nodeId, actor: teacher, purpose },
      { caseId, kind: 'note', mask: maskOf(kinds), body: { facts } },
    ),
  );

const noticesInLedger = (reader: string) =>
  network.owner(
    (sql) => sql<{ notices: string[] }[]>`select notices from accord.ledger_entry
      where action = 'opened' and actor_id = ${reader} order by at desc limit 1`,
  );

test('what another agency disclosed comes with its notices, and the ledger keeps code, version and digest', async () => {
  // Rights in school records are a parent's until somebody is eighteen (34 CFR 99.3-99.5).
  const adult = await network.addGuardian(teacher, caseId);
  await network.share(teacher, caseId, { as: nurse, adult }, ['edu-record', 'sud-part2', 'case-plan']);
  const { obligations } = await network.as(nurse).cases.open({ caseId });
  expect(obligations.map(({ code }) => code)).toEqual(['42-CFR-2.32', '34-CFR-99.33']);
  expect(obligations[0]?.text).toMatch(
    /^This record which has been disclosed to you is protected by Federal/,
  );
  const expected = NOTICES.filter(({ code }) => ['42-CFR-2.32', '34-CFR-99.33'].includes(code));
  expect(await noticesInLedger(nurse.staffId)).toEqual([{ notices: expected.map(referenceOfNotice) }]);
});

test('a notice tells of nothing that is not open: it goes when what it stood for goes', async () => {
  const [grant] = (await network.as(teacher).consent.list({ caseId })).permissions;
  if (!grant) throw new Error('nothing is shared');
  await network.as(teacher).consent.stop({ caseId, grantId: grant.grantId, categories: ['sud-part2'] });
  const { obligations } = await network.as(nurse).cases.open({ caseId });
  expect(obligations.map(({ code }) => code)).toEqual(['34-CFR-99.33']);
});

test('own records and a young person’s own page are no disclosure', async () => {
  expect((await network.as(teacher).cases.open({ caseId })).obligations).toEqual([]);
  expect((await network.asYouth(young).mine.open()).obligations).toEqual([]);
  expect(await noticesInLedger(teacher.staffId)).toEqual([{ notices: [] }]);
  expect(await noticesInLedger(young.youngPersonId)).toEqual([{ notices: [] }]);
});

test('a notice is a reference: no words fit in', async () => {
  const put = network.owner(
    (sql) =>
      sql`update accord.ledger_entry set notices = array['Robin goes to a group'] where case_id = ${caseId}`,
  );
  await expect(put).rejects.toMatchObject({ constraint_name: 'ledger_entry_notices_check' });
});
